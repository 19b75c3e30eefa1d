import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build, quietNx } from './build.ts';
import { Failure } from './failure.mjs';
import { program } from './programs.ts';
import {
  failure,
  type JestReport,
  ofCheck,
  ofJest,
  ofPlaywright,
  type Outcome,
  type PlaywrightReport,
} from './summary.ts';

/** Something that `npm test` runs. */
export type Suite = (signal: AbortSignal) => Promise<Outcome>;

const environment = { ...process.env, ...quietNx, FORCE_COLOR: process.env['FORCE_COLOR'] ?? '0' };

/** Runs a script on this Node; its words are kept, or shown as they come. */
function node(
  args: readonly string[],
  signal: AbortSignal,
  live: boolean,
  extra: NodeJS.ProcessEnv = {},
): Promise<{ status: number | null; words: string }> {
  return new Promise((resolve) => {
    const out = live ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', out, out],
      env: { ...environment, ...extra },
      signal,
      killSignal: 'SIGTERM',
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (words += String(chunk)));
    child.once('error', (error) => resolve({ status: null, words: error.message }));
    child.once('close', (status) => resolve({ status, words }));
  });
}

/** A check that passes or fails as a whole; what it says is shown when it fails. */
function check(name: string, args: () => readonly string[]): Suite {
  return async (signal) => {
    const began = Date.now();
    const { status, words } = await node(args(), signal, false);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
    if (status !== 0) console.log(words.trimEnd());
    return ofCheck(name, status === 0);
  };
}

export const format = check('format', () => [program('prettier'), '--check', '.']);
export const lint = check('lint', () => ['tools/dev/lint.mjs']);
export const typesOfNode = check('types of API and tools', () => [
  'tools/dev/typecheck.mjs',
  'node',
]);
export const typesOfWeb = check('types of web', () => ['tools/dev/typecheck.mjs', 'web']);

/** The API and the web application, as `npm start` builds them. */
export const builds: Suite = async (signal) => {
  try {
    await build(signal);
    console.log('passed  build');
    return ofCheck('build', true);
  } catch (error) {
    console.log(`FAILED  build\n${error instanceof Failure ? error.message : String(error)}`);
    return failure('build');
  }
};

const reports = 'dist/reports';

/** Rules, use cases on PostgreSQL and pages. */
export const tests: Suite = async (signal) => {
  const file = newReport('jest.json');
  const workers = String(Math.max(2, availableParallelism() - 1));
  const { status } = await node(
    ['tools/dev/jest.mjs', '--ci', '--json', `--outputFile=${file}`, `--maxWorkers=${workers}`],
    signal,
    true,
  );
  const report = readReport<JestReport>(file);
  return report ? ofJest('tests', status, report) : failure('tests');
};

/** The walk through the real product in a real browser. */
export const journeys: Suite = async (signal) => {
  const file = newReport('journeys.json');
  const { status } = await node(
    [
      program('playwright', '@playwright/test'),
      ...['test', '--config=apps/e2e/playwright.config.ts', '--reporter=list,json'],
    ],
    signal,
    true,
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  const report = readReport<PlaywrightReport>(file);
  return report ? ofPlaywright('journeys', status, report) : failure('journeys');
};

function newReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const file = `${process.cwd()}/${reports}/${name}`;
  rmSync(file, { force: true });
  return file;
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
