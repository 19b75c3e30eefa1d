/** Who uses the page, and signing in. */
export * from './current-person';
export { identityRoutes } from './routes';
export * from './sign-in-link';
