import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the product as `npm start` does, on data of its own with the demonstration in, and waits
 * until it is ready. Tests find it by LUOTSI_E2E_ADDRESS.
 * @returns a function that stops it and removes its data
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const provider = await startProvider();
  const data = mkdtempSync(join(tmpdir(), 'luotsi-journeys-'));
  const product = spawn(process.execPath, ['tools/dev/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      DATABASE_URL: '',
      LUOTSI_ORIGIN: '',
      ...provider.environment,
      LUOTSI_DATA: data,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => product.once('close', () => resolve()));
  let words = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [product.stdout, product.stderr]) {
      stream?.on('data', (chunk) => {
        words += String(chunk);
        const address = /Luotsi is ready: (\S+)/.exec(words)?.[1];
        if (!address) return;
        process.env['LUOTSI_E2E_ADDRESS'] = address;
        resolve();
      });
    }
    void ended.then(() => reject(new Error(`The product did not start:\n${words}`)));
  });
  return async () => {
    product.kill('SIGTERM');
    await ended;
    provider.stop();
    rmSync(data, { recursive: true, force: true });
  };
}

/** Another service in which one may sign in, and what the product has to know of it. */
async function startProvider(): Promise<{ environment: NodeJS.ProcessEnv; stop: () => void }> {
  const provider = spawn(process.execPath, ['tools/testing/journey-provider.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    provider.stdout.once('data', (words) => resolve(String(words)));
    provider.once('close', () => reject(new Error('The OpenID provider did not start.')));
  });
  return {
    environment: JSON.parse(line) as NodeJS.ProcessEnv,
    stop: () => provider.stdin.end(),
  };
}
