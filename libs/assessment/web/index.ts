/** The pages of assessing oneself. */
export { assessmentRoutes } from './routes';
