/** How competence frameworks are kept: loaded, published for good, read. */
export { frameworkSlice, FrameworkModule } from './framework.module';
export { loadFramework } from './load-framework';
export { ReadFrameworks, readFramework } from './read-frameworks';
