import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { layers, pureLibraries, slices, testLibraries } from './tools/workspace/slices.mjs';

/** The import law (architecture): slices point upwards, `api` and `web` never meet, `model` is pure. */
const importLaw = (pure) => [
  ...slices.map((slice, place) => ({
    sourceTag: `slice:${slice}`,
    onlyDependOnLibsWithTags: slices.slice(0, place + 1).map((above) => `slice:${above}`),
  })),
  ...Object.entries(layers).map(([layer, reachable]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: reachable.map((other) => `layer:${other}`),
    ...(layer === 'model' ? { allowedExternalImports: pure } : {}),
    ...(layer === 'api' ? { bannedExternalImports: ['@angular/*'] } : {}),
    ...(layer === 'web'
      ? { bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'fastify'] }
      : {}),
  })),
  { sourceTag: 'app:api', onlyDependOnLibsWithTags: ['layer:api', 'layer:model'] },
  { sourceTag: 'app:web', onlyDependOnLibsWithTags: ['layer:web', 'layer:model'] },
  { sourceTag: 'app:e2e', onlyDependOnLibsWithTags: ['layer:model'] },
];

const boundaries = (pure) => [
  'error',
  { enforceBuildableLibDependency: false, allow: [], depConstraints: importLaw(pure) },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.angular/', '.nx/', '.luotsi/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx },
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(pureLibraries),
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // Second doors, fetched apart: the pages of a slice, for the app; the pieces of long lists.
              group: ['@luotsi/*/*/*', '!@luotsi/*/web/pages', '!@luotsi/platform/web/lists'],
              message: 'Go through the door: import from the index.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/*/model/**/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries([...pureLibraries, ...testLibraries]),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'lu', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'lu', style: 'camelCase' },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
          message:
            "Write `import * as z from 'zod'`: the bundler drops what the page does not use.",
        },
      ],
    },
  },
  {
    files: ['**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  prettier,
);
