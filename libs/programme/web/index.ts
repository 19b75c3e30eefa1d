/** How the coaching programme is seen. */
export { programmeRoutes } from './routes';
