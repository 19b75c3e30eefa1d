import { getHeapStatistics } from 'node:v8';
import presets from 'jest-preset-angular/presets/index.js';

/** Two kinds of room: those that run on Node (rules, API, tools) and those that run in a browser. */
const moduleNameMapper = {
  '^@luotsi/(.*)$': '<rootDir>/libs/$1',
  '^@testing$': '<rootDir>/tools/testing/index.ts',
};

export default {
  // A test that hangs fails in the end; one on a machine that has much else to do does not.
  testTimeout: 120_000,
  // Bytes. What the modules of a file took is never given back (ES modules can't be unloaded): after two
  // hundred files a worker stood at all that V8 allows, and broke off. A new one costs some seconds.
  workerIdleMemoryLimit: Math.round(getHeapStatistics().heap_size_limit * 0.6),
  projects: [
    {
      displayName: 'node',
      rootDir: import.meta.dirname,
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/libs/*/{model,api}/**/*.spec.ts',
        '<rootDir>/apps/api/**/*.spec.ts',
        '<rootDir>/tools/**/*.spec.ts',
      ],
      extensionsToTreatAsEsm: ['.ts', '.md'],
      moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
      transform: {
        '^.+\\.ts$': [
          '@swc/jest',
          {
            jsc: {
              target: 'es2023',
              experimental: { keepImportAttributes: true },
              parser: { syntax: 'typescript', decorators: true },
              transform: {
                legacyDecorator: true,
                decoratorMetadata: true,
                useDefineForClassFields: false,
              },
            },
            module: { type: 'es6' },
          },
        ],
        '^.+\\.md$': '<rootDir>/tools/testing/text-transform.mjs',
      },
      moduleNameMapper,
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.luotsi/'],
      globalSetup: '<rootDir>/tools/testing/start-database.mjs',
      globalTeardown: '<rootDir>/tools/testing/stop-database.mjs',
    },
    {
      displayName: 'web',
      rootDir: import.meta.dirname,
      testMatch: ['<rootDir>/libs/*/web/**/*.spec.ts', '<rootDir>/apps/web/**/*.spec.ts'],
      ...presets.createEsmPreset(),
      setupFilesAfterEnv: ['<rootDir>/tools/testing/web-setup.ts'],
      moduleNameMapper: { ...moduleNameMapper, '^tslib$': 'tslib/tslib.es6.js' },
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.luotsi/'],
      transform: {
        '^.+\\.(ts|js|mjs|html|svg)$': [
          'jest-preset-angular',
          {
            tsconfig: '<rootDir>/tsconfig.spec.json',
            stringifyContentPathRegex: '\\.(html|svg)$',
            useESM: true,
          },
        ],
      },
    },
  ],
};
