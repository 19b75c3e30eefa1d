import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Binaries, reachableBinaries } from './binaries.ts';
import { diskFull, diskFullWords, Failure, fileFailure } from '../dev/failure.mjs';
import { stopLeftover } from './leftover.ts';
import { type ServerUser, serverUser } from './server-user.ts';

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

/** A running PostgreSQL server. */
export interface Cluster {
  readonly port: number;
  readonly pid: number;
  /** The address of a database in it, as the administrator. */
  url(database: string): string;
  /** Resolves when the server has stopped, for whatever reason. */
  readonly stopped: Promise<void>;
  /** Why it stopped when nobody asked it to, by its log. */
  reason(): Failure;
  /** Asks the server to stop cleanly and waits until it has. */
  stop(): Promise<void>;
}

/** The administrator that every data folder of ours is made with. */
const administrator = 'luotsi';

/**
 * Starts PostgreSQL on a data folder, on a free port of 127.0.0.1, and waits until it answers.
 * The server ends with this process, however this process ends; one left over is stopped first.
 * @throws Failure naming what is in the way
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder } = options;
  const user = prepareFolder(folder);
  const binaries = reachableBinaries(user);
  await stopLeftover(folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(binaries, user, options);

  const patience = Date.now() + 60_000;
  for (;;) {
    const port = await freePort();
    const server = launch(binaries, user, options, port);
    const outcome = await answering(server, folder);
    if (outcome === 'ready') return cluster(server, port, options);
    const words = readLog(folder);
    if (!passing.test(words) || Date.now() > patience) throw refusal(words, folder);
    await wait(200);
  }
}

/** What goes away by itself: a port lost in a race, the last backends of a killed server. */
const passing = /Address already in use|pre-existing shared memory block|is still in use/;

const logOf = (folder: string) => join(dirname(folder), 'postgresql.log');
const readLog = (folder: string) => readLines(logOf(folder)).join('\n');

function refusal(log: string, folder: string, what = 'did not start'): Failure {
  if (diskFullWords.test(log)) return diskFull(folder);
  if (/incompatible with server|not compatible with this version/.test(log))
    return new Failure(
      `The data in ${folder} was made by another version of PostgreSQL: name another folder in LUOTSI_DATA, or move the data with pg_dump.`,
    );
  if (/Permission denied|Operation not permitted/.test(log))
    return new Failure(
      `PostgreSQL may not use its data folder ${folder}: name another folder in LUOTSI_DATA.`,
    );
  const fatal = /(?:FATAL|PANIC|ERROR|error):\s+(.*)/.exec(log)?.[1] ?? 'it gave no reason';
  return new Failure(`PostgreSQL ${what} on ${folder}: ${fatal}.`);
}

function prepareFolder(folder: string): ServerUser | undefined {
  try {
    const user = serverUser(folder);
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    return user;
  } catch (error) {
    throw fileFailure(error, folder);
  }
}

/**
 * As root, the server's own user often can't walk down to the data folder (`/root/…`). It needn't:
 * a process keeps the working folder that root gave it, and `/proc/self/cwd` leads straight there.
 * So the data stays where it was asked to be.
 */
function place(folder: string, user: ServerUser | undefined): string {
  return user && existsSync('/proc/self/cwd') ? '/proc/self/cwd' : folder;
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/**
 * Makes the data in a draft folder and moves it into place when it is whole, so that a start killed
 * half-way leaves nothing behind that looks like data. The builtin C.UTF-8 provider sorts the same on
 * every machine; pages sort by the ICU collations that they name.
 */
async function initialise(
  binaries: Binaries,
  user: ServerUser | undefined,
  options: ClusterOptions,
): Promise<void> {
  const { folder, throwAway } = options;
  const draft = `${folder}.${process.pid}.new`;
  const secret = `${folder}.${process.pid}.password`;
  const windows = process.platform === 'win32';
  try {
    sweepDrafts(folder);
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(secret, `${options.password}\n`, { mode: 0o600 });
    if (user) [draft, secret].forEach((path) => chownSync(path, user.uid, user.gid));
    const flags = [
      `--pgdata=${place(draft, user)}`,
      `--pwfile=${windows ? secret : '/dev/stdin'}`,
      `--username=${administrator}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=simple',
      '--set=scram_iterations=1',
      ...(throwAway ? ['--no-sync'] : []),
    ];
    const password = openSync(secret, 'r');
    const { status, words } = await finish(
      spawn(binaries.initdb, flags, {
        cwd: draft,
        detached: !windows,
        env: environment(),
        stdio: [password, 'pipe', 'pipe'],
        ...user,
      }),
    );
    closeSync(password);
    if (status !== 0) throw refusal(words, folder);
    renameSync(draft, folder);
  } catch (error) {
    throw fileFailure(error, folder);
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function sweepDrafts(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.`) && /\.\d+\.(new|password)$/.test(name))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function finish(child: ChildProcess): Promise<{ status: number | null; words: string }> {
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (words += String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, words: `error: ${error.message}` }));
    child.once('close', (status) => resolve({ status, words }));
  });
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  logging_collector: 'off',
};
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '64MB',
  max_wal_size: '4GB',
};

/**
 * The shell turns into the server after leaving a watcher behind: when the pipe on descriptor 3
 * closes, because we asked or because we are gone, the watcher tells the server to stop. The server
 * has its own session, so that Ctrl-C in the terminal reaches us alone and we stop things in order.
 */
const watched = '( (read -r _ <&3; kill -INT $$) >/dev/null 2>&1 & ) ; exec "$@" 3<&-';

function launch(
  binaries: Binaries,
  user: ServerUser | undefined,
  options: ClusterOptions,
  port: number,
): ChildProcess {
  const { folder } = options;
  const chosen = { ...settings, ...(options.throwAway ? careless : {}), ...options.settings };
  const command = [
    binaries.postgres,
    ...['-D', place(folder, user), '-p', String(port)],
    ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = openLog(logOf(folder));
  try {
    const windows = process.platform === 'win32';
    const [program = '', ...rest] = windows
      ? command
      : ['/bin/sh', '-c', watched, 'sh', ...command];
    const server = spawn(program, rest, {
      cwd: folder,
      detached: !windows,
      env: environment(),
      stdio: ['ignore', log, log, 'pipe'],
      ...user,
    });
    server.on('error', () => undefined);
    return server;
  } finally {
    closeSync(log);
  }
}

function openLog(file: string): number {
  try {
    return openSync(file, 'w', 0o600);
  } catch (error) {
    throw fileFailure(error, dirname(file));
  }
}

const running = (server: ChildProcess) => server.exitCode === null && server.signalCode === null;

/** PostgreSQL writes `ready` on the eighth line of postmaster.pid (miscinit.h, LOCK_FILE_LINE_PM_STATUS). */
async function answering(server: ChildProcess, folder: string): Promise<'ready' | 'ended'> {
  if (server.pid === undefined) return 'ended';
  while (running(server)) {
    const lines = readLines(join(folder, 'postmaster.pid'));
    if (lines[0] === String(server.pid) && lines[7]?.startsWith('ready')) return 'ready';
    await wait(15);
  }
  return 'ended';
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function cluster(server: ChildProcess, port: number, options: ClusterOptions): Cluster {
  const { folder } = options;
  const pipe = server.stdio[3];
  const stopped = new Promise<void>((resolve) => {
    if (running(server)) server.once('exit', () => resolve());
    else resolve();
  });
  void stopped.then(() => pipe?.destroy());
  return {
    port,
    pid: server.pid ?? 0,
    stopped,
    reason: () => refusal(readLog(folder), folder, 'stopped'),
    url: (database) =>
      `postgresql://${administrator}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`,
    async stop() {
      if (!running(server)) return;
      server.kill(options.throwAway ? 'SIGQUIT' : 'SIGINT');
      const late = setTimeout(() => server.kill('SIGQUIT'), 20_000);
      await stopped;
      clearTimeout(late);
    },
  };
}

/** A port that nothing listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
