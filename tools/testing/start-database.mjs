import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../postgres/cluster.ts';
import { isAlive } from '../postgres/leftover.ts';

const name = 'luotsi-test-';

/**
 * Jest's global set-up: one PostgreSQL for the run, on a free port, with data that are thrown away.
 * Tests find it by LUOTSI_TEST_DATABASE. Runs side by side have one each.
 */
export default async function startDatabase() {
  sweep();
  const home = mkdtempSync(join(tmpdir(), `${name}${process.pid}-`));
  const cluster = await startCluster({
    folder: join(home, 'data'),
    password: randomBytes(12).toString('hex'),
    throwAway: true,
  });
  process.env.LUOTSI_TEST_DATABASE = cluster.url('postgres');
  globalThis.stopLuotsiTestDatabase = async () => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** Removes what killed runs left behind; their servers ended with them. */
function sweep() {
  for (const folder of readdirSync(tmpdir())) {
    const owner = Number.parseInt(folder.slice(name.length), 10);
    if (!folder.startsWith(name) || !owner || isAlive(owner)) continue;
    try {
      rmSync(join(tmpdir(), folder), { recursive: true, force: true });
    } catch {
      continue;
    }
  }
}
