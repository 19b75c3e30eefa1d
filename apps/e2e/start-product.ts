import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the product as `npm start` does, on data of its own with the demonstration in, and waits
 * until it is ready.
 * @returns a function that stops it and removes its data
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'luotsi-journeys-'));
  const { DATABASE_URL: _, LUOTSI_ORIGIN: __, ...environment } = process.env;
  const product = spawn(process.execPath, ['tools/dev/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...environment, PORT: process.env['LUOTSI_E2E_PORT'], LUOTSI_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => product.once('close', () => resolve()));
  let words = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [product.stdout, product.stderr]) {
      stream?.on('data', (chunk) => {
        words += String(chunk);
        if (words.includes('Luotsi is ready')) resolve();
      });
    }
    void ended.then(() => reject(new Error(`The product did not start:\n${words}`)));
  });
  return async () => {
    product.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}
