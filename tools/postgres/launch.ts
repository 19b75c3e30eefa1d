import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileFailure } from '../dev/failure.mjs';
import type { Binaries } from './binaries.ts';
import { place } from './data-folder.ts';
import { type ClusterOptions, environment } from './options.ts';
import { logOf } from './server-log.ts';
import type { ServerUser } from './server-user.ts';

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

/** Starts the server's program; its words go to the log. It ends with this process. */
export function launch(
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
