import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { compressFolder } from './compress.ts';
import { diskFull, diskFullWords, Failure } from './failure.mjs';
import { hold } from './hold.ts';
import { program } from './programs.ts';
import { step } from './progress.ts';

/** What can be built: its command, its sources and the file that shows it is there. */
interface Part {
  readonly name: string;
  readonly command: () => string[];
  readonly sources: readonly string[];
  readonly result: string;
}

const common = ['package-lock.json', 'tsconfig*.json'];
const parts = {
  api: {
    name: 'the API',
    command: () => [program('rolldown'), '-c', 'apps/api/rolldown.config.mjs'],
    sources: ['apps/api/**/*', 'libs/*/{api,model}/**/*', ...common],
    result: 'dist/api/main.js',
  },
  web: {
    name: 'the web application',
    command: () => [program('nx'), 'build', 'web', '--output-style=stream'],
    sources: [
      'apps/web/**/*',
      'libs/*/{web,model}/**/*',
      'tools/workspace/web-builder/*',
      'nx.json',
      ...common,
    ],
    result: 'dist/web/browser/index.html',
  },
} satisfies Record<string, Part>;

export type PartName = keyof typeof parts;

const stampOf = (part: PartName) => `dist/${part}.stamp`;

/** A hash over the names and contents of everything that the part is built from, tests left out. */
function fingerprint(part: PartName): string {
  const hash = createHash('sha256');
  const files = globSync([...parts[part].sources]).filter((file) => !file.endsWith('.spec.ts'));
  for (const file of files.sort()) {
    if (statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function isFresh(part: PartName): boolean {
  if (!existsSync(parts[part].result) || !existsSync(stampOf(part))) return false;
  return readFileSync(stampOf(part), 'utf8') === fingerprint(part);
}

/** Forgets that a part was built, because something else writes in its folder. */
export function forgetBuild(part: PartName): void {
  rmSync(stampOf(part), { force: true });
}

/**
 * Builds what has changed since it was last built. Two commands at once take turns.
 * @param wanted everything, unless a command needs less
 * @throws Failure with what the builder said
 */
export async function build(
  signal: AbortSignal,
  wanted: readonly PartName[] = ['api', 'web'],
): Promise<void> {
  mkdirSync('dist', { recursive: true });
  const release = await hold('dist/building', '', 600_000);
  if (typeof release !== 'function')
    throw new Failure(
      `Another command (process ${release.pid}) is building for very long: stop it.`,
    );
  try {
    for (const part of wanted) {
      if (isFresh(part)) continue;
      forgetBuild(part);
      const print = fingerprint(part);
      await step(`Building ${parts[part].name}`, () => runBuilder(part, signal));
      if (part === 'web')
        await step('Compressing what is sent often', () => compressFolder('dist/web/browser'));
      writeFileSync(stampOf(part), print);
    }
  } finally {
    release();
  }
}

function runBuilder(part: PartName, signal: AbortSignal): Promise<void> {
  const { command, name } = parts[part];
  return new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, command(), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quietNx },
      signal,
    });
    let words = '';
    for (const stream of [builder.stdout, builder.stderr])
      stream.on('data', (chunk) => (words += String(chunk)));
    builder.on('error', reject);
    builder.on('close', (status) => {
      if (status === 0) resolve();
      else if (diskFullWords.test(words)) reject(diskFull(process.cwd()));
      else reject(new Failure(`${capital(name)} could not be built:\n${words.trim()}`));
    });
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** No daemon that outlives us, no terminal tricks, no cache but ours, nothing sent anywhere. */
export const quietNx = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NG_CLI_ANALYTICS: 'false',
  // What is fresh is decided here, by content; a cache shared with other folders could disagree.
  NX_SKIP_NX_CACHE: 'true',
} as const;
