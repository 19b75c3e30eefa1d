import { createBuilder } from '@angular-devkit/architect';
import { buildApplication } from '@angular/build';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every kind of schema brings the writer of its JSON Schema along, which only the API calls. */
const writers = [
  [/^\s*inst\._zod\.processJSONSchema = .*;$/gm, ''],
  [/createToJSONSchemaMethod\(this, \{\}\)\(params\)/g, 'undefined'],
  [/createStandardJSONSchemaMethod\(this, "\w+"\)/g, 'undefined'],
];

/** zod as the web needs it: it validates. Where zod reads otherwise, the script is only larger. */
const validationOnly = {
  name: 'validation-only',
  setup(build) {
    build.onResolve({ filter: /^\.\/schemas\.js$/ }, ({ resolveDir }) =>
      /[\\/]zod[\\/]v4[\\/]classic$/.test(resolveDir)
        ? { path: 'schemas', pluginData: resolveDir, namespace: 'validation', sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'validation' }, async ({ pluginData }) => {
      const source = await readFile(join(pluginData, 'schemas.js'), 'utf8');
      const contents = writers.reduce((text, [what, by]) => text.replace(what, by), source);
      return { contents, loader: 'js', resolveDir: pluginData };
    });
  },
};

/** Angular's own builder, with zod cut to what pages use. */
export default createBuilder((options, context) =>
  buildApplication(options, context, { codePlugins: [validationOnly] }),
);
