import { inflate } from '@sparticuz/chromium';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A browser to launch: nothing here means Playwright's own or an installed one. */
export interface Browser {
  readonly executablePath?: string;
  readonly channel?: string;
  readonly env?: Record<string, string>;
}

/**
 * Chromium from the npm package where it has one (Linux), with the libraries and a font that a bare
 * machine lacks; elsewhere Chrome as installed. The package's own `executablePath()` unpacks into
 * one place in /tmp that users and runs would fight over, so it is unpacked beside the packages.
 */
export async function findBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') return { channel: 'chrome' };
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const inherited = Object.entries(process.env).filter(([, value]) => value !== undefined);
  const env = Object.fromEntries(inherited) as Record<string, string>;
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(folder, 'fonts');
  if (!starts(executablePath, env)) {
    const libraries = [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']];
    env['LD_LIBRARY_PATH'] = libraries.filter(Boolean).join(':');
  }
  return { executablePath, env };
}

const archives = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'];

/** Unpacks into a draft and renames it when it is whole; `inflate` writes to the temporary folder. */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const owner = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(owner, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(dirname(dirname(owner)), `.cache/chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = draft;
  const work = archives.map((archive) => inflate(join(owner, 'bin', archive)));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await Promise.all(work);
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function starts(executable: string, env: Record<string, string>): boolean {
  return spawnSync(executable, ['--version'], { env, timeout: 20_000 }).status === 0;
}
