/** The pages that explain competence frameworks. */
export { frameworkRoutes } from './routes';
