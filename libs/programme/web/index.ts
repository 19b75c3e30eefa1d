export { programmeRoutes } from './routes';
