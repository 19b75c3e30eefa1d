import { dirname } from 'node:path';
import { createNodesFromFiles } from '@nx/devkit';

/**
 * Makes every `libs/<slice>/<layer>` that has a door (`index.ts`) an Nx project, tagged with its
 * slice and layer, with its `lint`, `test` and `typecheck` targets: a new room needs no
 * configuration file of its own.
 */
export const createNodesV2 = [
  'libs/*/{model,api,web}/index.ts',
  (files, options, context) => createNodesFromFiles(roomAt, files, options, context),
];

/** @param {string} door the path of the room's `index.ts`, from the workspace root */
function roomAt(door) {
  const root = dirname(door);
  const [, slice, layer] = root.split('/');
  const command = (text) => ({ executor: 'nx:run-commands', options: { command: text } });
  return {
    projects: {
      [root]: {
        name: `${slice}-${layer}`,
        root,
        projectType: 'library',
        tags: [`slice:${slice}`, `layer:${layer}`],
        targets: {
          lint: command(`node tools/dev/lint.mjs ${root}`),
          test: command(`node tools/dev/jest.mjs ${root} --passWithNoTests`),
          typecheck: command(`node tools/dev/typecheck.mjs ${layer === 'web' ? 'web' : 'node'}`),
        },
      },
    },
  };
}
