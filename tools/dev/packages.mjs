import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { diskFull, diskFullWords, Failure } from './failure.mjs';

/**
 * The Node that the project brings with it.
 * @param {string} root
 */
export function bundledNode(root) {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own account of it
 * (node_modules/.package-lock.json, written when an installation is complete). Needs no network.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const account = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(account) || !existsSync(bundledNode(root))) return false;
  const there = readPackages(account);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || wanted.optional === true || there[path]?.version === wanted.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, optional?: boolean} | undefined>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Installs what package-lock.json says on the machine's own Node, saying how far it is. Not with
 * `npm ci`: that refuses a lock file made where the registry has no builds for other systems.
 * @param {string} root
 */
export async function installPackages(root) {
  const paths = Object.entries(readPackages(join(root, 'package-lock.json')))
    .filter(([path, { optional } = {}]) => path !== '' && !optional)
    .map(([path]) => join(root, path, 'package.json'));
  const began = Date.now();
  console.log(`Installing ${paths.length} packages (once; it takes some minutes) …`);
  const timer = setInterval(() => {
    const done = paths.filter((path) => existsSync(path)).length;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`  ${done} of ${paths.length} packages, ${seconds} s`);
  }, 5000);
  try {
    const { status, words } = await npm(root, [
      'install',
      '--no-save',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts=false',
      '--no-audit',
      '--no-fund',
      '--no-progress',
      '--loglevel=error',
    ]);
    if (status !== 0) throw refusal(words, root);
    console.log(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    clearInterval(timer);
  }
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<{status: number | null, words: string}>}
 */
function npm(root, args) {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[/\\]/.test(`${folder}/`))
    .join(delimiter);
  const environment = { ...process.env, PATH: path, NODE_ENV: 'development' };
  const cli = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const [program, rest] = cli?.endsWith('.js') ? [node, [cli, ...args]] : ['npm', args];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: root,
      env: environment,
      shell: process.platform === 'win32' && program === 'npm',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.on('data', (chunk) => (words += chunk));
    child.on('error', () => reject(new Failure('npm is missing: install it together with Node.')));
    child.on('close', (status) => resolve({ status, words }));
  });
}

/**
 * @param {string} words what npm said
 * @param {string} root
 */
function refusal(words, root) {
  if (diskFullWords.test(words)) return diskFull(root);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH/.test(words))
    return new Failure(
      "npm's registry can't be reached: connect this machine to the network for the first start.",
    );
  if (/EACCES|EPERM|EROFS/.test(words))
    return new Failure(`The folder ${root} can't be written to: give this user the right to.`);
  const said = words.trim().split('\n').slice(0, 12).join('\n');
  return new Failure(`The packages could not be installed. npm says:\n${said}`);
}
