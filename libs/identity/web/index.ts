/** Who uses the page, and signing in. */
export * from './current-person';
/** The line on every page of who is leaving; fetched only for them. */
export const leavingLine = () =>
  import('./own-privacy/leaving-line').then(({ LeavingLine }) => LeavingLine);
export { needsPermission, needsSignIn } from './guards';
export { PLACE_CHOICES, type PlaceChoices } from './places/place-choices';
export { identityRoutes } from './routes';
export { safeReturn, signInAddress } from './sign-in-address';
export * from './sign-in-link';
