import { defineConfig } from 'rolldown';

/** The API as one ES module; packages stay outside. Decorator metadata comes from tsconfig.json. */
export default defineConfig({
  input: 'apps/api/main.ts',
  platform: 'node',
  external: [/^[^./@](?!:)/, /^@(?!luotsi\/)/],
  tsconfig: 'tsconfig.json',
  moduleTypes: { '.md': 'text' },
  output: { dir: 'dist/api', format: 'esm', sourcemap: true, entryFileNames: 'main.js' },
});
