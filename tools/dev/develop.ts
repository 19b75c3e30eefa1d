import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { watch } from 'rolldown';
import apiBundle from '../../apps/api/rolldown.config.mjs';
import { type ApiProcess, startApi } from './api-process.ts';
import { forgetBuild, quietNx } from './build.ts';
import { giveUp } from './failure.mjs';
import { checkGround, type Ground, layGround, Undoing } from './house.ts';
import { program } from './programs.ts';
import { whenToldToStop } from './stopping.ts';

const undoing = new Undoing();
let ending: Promise<never> | undefined;

function end(reason?: unknown): Promise<never> {
  ending ??= (async () => {
    if (!reason) console.log('\nStopping …');
    await undoing.all();
    if (reason) giveUp(reason);
    process.exit(0);
  })();
  return ending;
}

/** Builds the web application on every save, into the folder that the API serves. */
function followWeb(): void {
  forgetBuild('web');
  const builder = spawn(
    process.execPath,
    [program('nx'), 'build', 'web', '--configuration=development', '--watch'],
    {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, ...quietNx },
      detached: process.platform !== 'win32',
    },
  );
  const ended = new Promise<void>((resolve) => builder.once('close', () => resolve()));
  undoing.add(async () => {
    if (builder.pid && builder.exitCode === null) process.kill(-builder.pid, 'SIGTERM');
    await ended;
  });
}

/** Builds the API on every save and starts it anew; a build that fails leaves the last one running. */
function followApi(ground: Ground): void {
  forgetBuild('api');
  let api: ApiProcess | undefined;
  let turn = Promise.resolve();
  let latest = 0;
  const restart = async (began: number) => {
    await api?.stop();
    if (ending || began !== latest) return;
    const started = startApi(ground.environment);
    api = started;
    try {
      await started.ready();
      console.log(`API: up in ${String(Date.now() - began)} ms, ${ground.address}`);
    } catch (error) {
      if (ending || began !== latest) return;
      console.error(`API: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const watcher = watch(apiBundle);
  let began = 0;
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_START') began = Date.now();
    if (event.code === 'ERROR') console.error(`API: ${event.error.message}`);
    if (event.code !== 'BUNDLE_END') return;
    void event.result.close();
    const mine = (latest = began);
    void api?.stop();
    turn = turn.then(() => restart(mine));
  });
  undoing.add(() => api?.stop());
  undoing.add(() => watcher.close());
}

whenToldToStop(() => void end());
try {
  const known = await checkGround(undoing);
  const ground = await layGround(known, undoing, (reason) => void end(reason));
  rmSync('dist/web', { recursive: true, force: true });
  followWeb();
  followApi(ground);
} catch (error) {
  await end(error);
}
