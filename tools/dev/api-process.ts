import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { apiFlags } from './api-flags.mjs';
import { Failure } from './failure.mjs';

/** The API, running in a process of its own. */
export interface ApiProcess {
  readonly pid: number;
  /** Resolves when it has ended, with the last lines it wrote to stderr. */
  readonly ended: Promise<string>;
  /** Waits until `/health/ready` says so. @throws Failure with the API's own words if it ends first */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

const preload = new URL('./end-with-parent.mjs', import.meta.url).href;

/** Node keeps what it compiled here: a quarter less work at every later start. */
const compiled = 'node_modules/.cache/compiled';

/** Starts the built API (dist/api/main.js) with `environment` over our own. */
export function startApi(environment: NodeJS.ProcessEnv): ApiProcess {
  const child = spawn(
    process.execPath,
    [...apiFlags, '--enable-source-maps', '--import', preload, 'dist/api/main.js'],
    {
      env: { NODE_ENV: 'production', NODE_COMPILE_CACHE: compiled, ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    },
  );
  let passOn = false;
  const ended = lastWords(child, () => passOn);
  const { HOST: host = '', PORT: port } = environment;
  return {
    pid: child.pid ?? 0,
    ended,
    async ready() {
      let over: string | undefined;
      void ended.then((words) => (over = words));
      while (!(await answers(`http://${reachable(host)}:${port}/health/ready`))) {
        await wait(60);
        if (over !== undefined) throw new Failure(over || 'The API stopped without a word.');
      }
      passOn = true;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** An address for all interfaces can be listened on, but is asked for by the machine's own. */
export function reachable(host: string): string {
  const own = { '': '127.0.0.1', '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host];
  return own ?? (host.includes(':') ? `[${host}]` : host);
}

async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(3000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Gathers what the API writes to stderr: an explanation while it starts, passed on once it runs. */
function lastWords(child: ChildProcess, passOn: () => boolean): Promise<string> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (passOn()) process.stderr.write(chunk);
    words = (words + chunk.toString()).slice(-8000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => {
      const how = signal ? `The API was stopped (${signal}).` : '';
      resolve(words.trim() || how || `The API ended with status ${status}.`);
    });
  });
}
