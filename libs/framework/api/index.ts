/** How competence frameworks are kept: loaded, published for good, read. */
export { frameworkSlice, FrameworkModule } from './framework.module';
export { loadFramework } from './load-framework';
export { readFramework, ReadFrameworks } from './read-frameworks';
