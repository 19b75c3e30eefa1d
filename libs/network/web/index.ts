/** The network's pages, and the slots of theirs that slices further down fill. */
export { networkRoutes } from './routes';
export { PLANS_OF_GROUP, SESSIONS_OF_PLACE, type ListOfPlace, type SlotFilling } from './slots';
