export { frameworkRoutes } from './routes';
