import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A boundary that nothing checks is decoration: each rule of the import law is broken once on
 * purpose, in files that exist only for the time of this test, and lint has to refuse every one.
 */
const root = join(import.meta.dirname, '../..');
const name = 'planted-violation.ts';

const violations = {
  'a slice importing one below it': {
    room: 'libs/identity/model',
    source: `import * as below from '@luotsi/network/model';\nexport default below;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'model importing api': {
    room: 'libs/network/model',
    source: `import * as api from '@luotsi/platform/api';\nexport default api;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'web importing api': {
    room: 'libs/platform/web',
    source: `import * as api from '@luotsi/platform/api';\nexport default api;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'api importing web': {
    room: 'libs/network/api',
    source: `import * as web from '@luotsi/platform/web';\nexport default web;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'model importing a framework': {
    room: 'libs/framework/model',
    source: `import { Injectable } from '@nestjs/common';\nexport default Injectable;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'api importing Angular': {
    room: 'libs/framework/api',
    source: `import { signal } from '@angular/core';\nexport default signal;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'web importing TypeORM': {
    room: 'libs/identity/web',
    source: `import { DataSource } from 'typeorm';\nexport default DataSource;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'going past the door': {
    room: 'libs/framework/api',
    source: `import { language } from '@luotsi/platform/model/language';\nexport default language;\n`,
    rule: 'no-restricted-imports',
  },
  'a relative path into another room': {
    room: 'libs/network/model',
    source: `import { language } from '../../platform/model/language';\nexport default language;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  'the app importing a room’s inside': {
    room: 'apps/api',
    source: `import { inTurn } from '../../libs/platform/api/database/new-id';\nexport default inTurn;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
} as const;

const files = Object.entries(violations).map(([title, violation], place) => ({
  title,
  rule: violation.rule,
  path: join(root, violation.room, `${String(place)}-${name}`),
  source: violation.source,
}));

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}
let results: readonly LintResult[] = [];

beforeAll(() => {
  for (const { path, source } of files) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, source);
  }
  results = lint(files.map(({ path }) => path));
}, 120_000);

afterAll(() => {
  for (const { path } of files) rmSync(path, { force: true });
});

function lint(paths: readonly string[]): LintResult[] {
  const run = spawnSync(
    process.execPath,
    [join(root, 'tools/dev/lint.mjs'), '--format', 'json', ...paths],
    { cwd: root, encoding: 'utf8' },
  );
  return JSON.parse(run.stdout) as LintResult[];
}

describe('the import law', () => {
  it.each(files)('refuses $title', ({ path, rule }) => {
    const found = results.find((result) => result.filePath === path);
    expect(found?.messages.map((message) => message.ruleId)).toContain(rule);
  });
});
