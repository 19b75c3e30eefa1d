import { defineConfig } from 'rolldown';

/** The API, and the command that makes an administrator, as ES modules; packages stay outside. Decorator metadata comes from tsconfig.json. */
export default defineConfig({
  input: ['apps/api/main.ts', 'apps/api/admin.ts'],
  platform: 'node',
  external: [/^[^./@](?!:)/, /^@(?!luotsi\/)/],
  tsconfig: 'tsconfig.json',
  moduleTypes: { '.md': 'text' },
  output: {
    dir: 'dist/api',
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  },
});
