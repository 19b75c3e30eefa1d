import { needsSignIn } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { credentialTexts } from './texts';

/** One's own certificates, and verifying one. */
export const credentialRoutes = pagesWithTexts(credentialTexts, [
  {
    path: 'credentials',
    title: 'title',
    canActivate: [needsSignIn],
    loadComponent: () => import('./own/credentials.page').then((page) => page.CredentialsPage),
  },
  {
    path: 'verify',
    title: 'check.title',
    loadComponent: () => import('./verify/enter-code.page').then((page) => page.EnterCodePage),
  },
  {
    path: 'verify/:code',
    title: 'check.title',
    loadComponent: () => import('./verify/verify.page').then((page) => page.VerifyPage),
  },
]);
