/** The pages of certificates: one's own, and verifying one. */
export { credentialRoutes } from './routes';
