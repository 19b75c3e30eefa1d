import { pagesWithTexts, textsOf } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { onlyVisitors } from '../guards';
import { fieldTexts } from '../fields/texts';
import { entryTexts } from './texts';

/** Registering, forgotten passwords and the pages that links in letters lead to. */
export const entryRoutes: Routes = pagesWithTexts(entryTexts, [
  {
    path: 'sign-up',
    title: 'signUp.title',
    resolve: { areas: textsOf(fieldTexts) },
    canActivate: [onlyVisitors],
    loadComponent: () => import('./sign-up.page').then((page) => page.SignUpPage),
  },
  {
    path: 'verify-email',
    title: 'verify.title',
    resolve: { areas: textsOf(fieldTexts) },
    loadComponent: () => import('./verify-email.page').then((page) => page.VerifyEmailPage),
  },
  {
    path: 'forgot-password',
    title: 'forgot.title',
    resolve: { areas: textsOf(fieldTexts) },
    loadComponent: () => import('./forgot-password.page').then((page) => page.ForgotPasswordPage),
  },
  {
    path: 'reset-password',
    title: 'reset.title',
    resolve: { areas: textsOf(fieldTexts) },
    loadComponent: () => import('./reset-password.page').then((page) => page.ResetPasswordPage),
  },
  {
    path: 'change-email',
    title: 'change.title',
    loadComponent: () => import('./change-email.page').then((page) => page.ChangeEmailPage),
  },
]);
