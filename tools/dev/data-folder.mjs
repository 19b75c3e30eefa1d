import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { diskFull, fileFailure } from './failure.mjs';

/** Where the embedded database and what goes with it are kept: `LUOTSI_DATA`, by default `.luotsi/`. */
export function dataFolder() {
  return resolve(process.env['LUOTSI_DATA'] || '.luotsi');
}

/** PostgreSQL takes 40 MB new, its log of changes 16 MB and more, the demonstration the rest. */
const room = { new: 150e6, old: 32e6 };

/**
 * Makes the data folder when it is missing, and makes sure that there is room to write in it.
 * @param {string} folder
 */
export function checkDataFolder(folder) {
  try {
    const before = mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x'.repeat(8192));
    rmSync(probe);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const { bavail, bfree, bsize } = statfsSync(folder);
    const free = bsize * (process.getuid?.() === 0 ? bfree : bavail);
    const fresh = before !== undefined || !existsSync(join(folder, 'postgresql'));
    if (free < (fresh ? room.new : room.old)) throw diskFull(folder);
  } catch (error) {
    throw fileFailure(error, folder);
  }
}
