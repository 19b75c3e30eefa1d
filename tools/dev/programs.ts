import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The script behind a package's command, to be run by this very Node. */
export function program(name: string, owner = name): string {
  const folder = join('node_modules', owner);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin[name];
  if (!script) throw new Error(`The package ${owner} has no command ${name}.`);
  return join(folder, script);
}
