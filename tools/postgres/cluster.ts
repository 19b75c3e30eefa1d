import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Failure } from '../dev/failure.mjs';
import { reachableBinaries } from './binaries.ts';
import { initialise, prepareFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { launch } from './launch.ts';
import { stopLeftover } from './leftover.ts';
import { administrator, type ClusterOptions } from './options.ts';
import { readLines, readLog, refusal } from './server-log.ts';

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
    url: (database) => addressOf(options.password, port, database),
    async stop() {
      if (!running(server)) return;
      server.kill(options.throwAway ? 'SIGQUIT' : 'SIGINT');
      const late = setTimeout(() => server.kill('SIGQUIT'), 20_000);
      await stopped;
      clearTimeout(late);
    },
  };
}

/** The address of a database in a cluster of ours, as the administrator. */
export function addressOf(password: string, port: number, database: string): string {
  return `postgresql://${administrator}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
