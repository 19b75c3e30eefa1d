import type { Routes } from '@angular/router';
import { pagesWithTexts, textsOf } from '@luotsi/platform/web';
import { needsPermission } from '../guards';
import { strongTexts } from '../strong/texts';
import { peopleTexts } from './texts';

const read = needsPermission('people.read');
const invite = needsPermission('people.invite');

/** The pages about people: who they are, what they may do where, and inviting them. */
export const peopleRoutes: Routes = pagesWithTexts(peopleTexts, [
  {
    path: 'people',
    title: 'list.title',
    canActivate: [read],
    loadComponent: () => import('./list/people.page').then((page) => page.PeoplePage),
  },
  {
    path: 'people/roles',
    title: 'table.title',
    canActivate: [read],
    loadComponent: () => import('./roles/roles.page').then((page) => page.RolesPage),
  },
  {
    path: 'people/invitations',
    title: 'invitations.title',
    canActivate: [invite],
    loadComponent: () =>
      import('./invitations/invitations.page').then((page) => page.InvitationsPage),
  },
  {
    path: 'people/invitations/new',
    title: 'invite.title',
    canActivate: [invite],
    loadComponent: () => import('./invitations/invite.page').then((page) => page.InvitePage),
  },
  {
    path: 'people/invitations/import',
    title: 'import.title',
    canActivate: [invite],
    loadComponent: () => import('./invitations/import.page').then((page) => page.ImportPage),
  },
  {
    path: 'people/:id',
    title: 'person.title',
    resolve: { areas: textsOf(strongTexts) },
    canActivate: [read],
    loadComponent: () => import('./person/person.page').then((page) => page.PersonPage),
  },
]);
