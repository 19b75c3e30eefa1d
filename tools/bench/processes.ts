import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { apiFlags } from '../dev/api-flags.mjs';
import { freePort } from '../postgres/free-port.ts';

/** A running server of a benchmark. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Starts the product as `npm start` does, on a database, and waits until it is ready. */
export async function startProduct(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [...apiFlags, join(root, 'dist/api/main.js')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${String(port)}`;
  const patience = Date.now() + 60_000;
  while (child.exitCode === null && Date.now() < patience) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return server(child, url);
    await wait(20);
  }
  child.kill();
  throw new Error('The product did not start.');
}

/** Starts a yardstick: a script that prints its port and listens. */
export function startYardstick(
  script: string,
  given: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const child = spawn(process.execPath, [script, ...given], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${script} ended.`)));
    child.stdout.once('data', (port) =>
      resolve(server(child, `http://127.0.0.1:${String(port).trim()}`)),
    );
  });
}

function server(child: ChildProcess, url: string): Server {
  return {
    url,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
