/**
 * The one ordered list of slices. A slice may import only slices above it, through their door
 * (`index.ts`), at its own layer or at `model`. ESLint, Nx and the boundary test all read this file.
 */
export const slices = [
  'platform',
  'identity',
  'notice',
  'network',
  'framework',
  'credential',
  'calendar',
  'programme',
  'assessment',
  'planning',
  'insight',
];

/** The layers of a slice, and which layers each may import. */
export const layers = {
  model: ['model'],
  api: ['api', 'model'],
  web: ['web', 'model'],
};

/** Everything from outside that a `model` may import: it runs in the browser and on the server alike. */
export const pureLibraries = ['zod'];

/** What the tests of a `model` may import besides. */
export const testLibraries = ['fast-check'];
