/** What a PostgreSQL server is started with. */
export interface ClusterOptions {
  /** Absolute path of the data folder; made when it is missing. Its parent keeps the log. */
  readonly folder: string;
  readonly password: string;
  /** Settings of postgresql.conf, over our own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Leave out every wait for the disk: for data that need not outlive a crash. */
  readonly throwAway?: boolean;
}

/** The administrator that every data folder of ours is made with. */
export const administrator = 'luotsi';

/** What PostgreSQL's programs know of our environment: as little as they need. */
export const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
});
