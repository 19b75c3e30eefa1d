import type { Route, Routes } from '@angular/router';

/**
 * Pages whose routes are fetched only when an address begins with one of their words: this door is
 * open from the start, so what it leads to has to stay small.
 */
function fetched(words: readonly string[], loadChildren: () => Promise<Routes>): Route {
  return {
    path: '',
    canMatch: [(_: Route, [first]: { path: string }[]) => words.includes(first?.path ?? '')],
    loadChildren,
  };
}

/** The pages of this slice. */
export const identityRoutes: Routes = [
  fetched(['sign-in', 'not-allowed'], () =>
    import('./sign-in/routes').then((its) => its.signInRoutes),
  ),
  fetched(['privacy', 'accessibility'], () =>
    import('./statements/routes').then((its) => its.statementRoutes),
  ),
  fetched(['sign-in'], () => import('./providers/routes').then((its) => its.providerRoutes)),
  fetched(['sign-in'], () => import('./strong/routes').then((its) => its.strongRoutes)),
  fetched(['sign-up', 'verify-email', 'forgot-password', 'reset-password', 'change-email'], () =>
    import('./entry/routes').then((its) => its.entryRoutes),
  ),
  fetched(['invitation'], () => import('./invitation/routes').then((its) => its.invitationRoutes)),
  fetched(['people'], () => import('./people/routes').then((its) => its.peopleRoutes)),
  fetched(['audit'], () => import('./audit/routes').then((its) => its.auditRoutes)),
  fetched(['account'], () => import('./account/routes').then((its) => its.accountRoutes)),
];
