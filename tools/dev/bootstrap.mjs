import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure, giveUp } from './failure.mjs';
import { bundledNode, installPackages, packagesAreInstalled } from './packages.mjs';

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Where every command begins: on the machine's own Node, perhaps with nothing installed, so with
 * Node's own modules only. Installs what is missing and goes on in `script` on the project's Node.
 * @param {string} script path of the command, from this folder
 * @param {() => Promise<void>} [beforeInstalling] checks that are worth making before slow work
 */
export async function run(script, beforeInstalling = async () => undefined) {
  try {
    const [major = 0] = process.versions.node.split('.').map(Number);
    if (major < 20)
      throw new Failure(
        `Luotsi needs Node 20 or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org.`,
      );
    process.chdir(root);
    if (!packagesAreInstalled(root)) {
      await beforeInstalling();
      await installPackages(root);
    }
    await goOn(fileURLToPath(new URL(script, import.meta.url)));
  } catch (error) {
    giveUp(error);
  }
}

/** @param {string} script */
async function goOn(script) {
  const node = bundledNode(root);
  if (!existsSync(node))
    throw new Failure(
      "Node 24 is missing among the installed packages, because npm's install scripts are switched off: run npm install --ignore-scripts=false.",
    );
  if (realpathSync(process.execPath) === realpathSync(node)) {
    await import(pathToFileURL(script).href);
    return;
  }
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (process.stdin.isTTY && signal === 'SIGINT' ? 0 : child.kill(signal)));
  child.on('error', giveUp);
  child.on('exit', (code, signal) => {
    process.exit(signal ? 1 : (code ?? 1));
  });
}
