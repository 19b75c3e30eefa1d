import { pagesWithTexts } from '@luotsi/platform/web';
import { networkTexts } from './texts';

/** The network's pages: regions and groups. */
export const networkRoutes = pagesWithTexts(networkTexts, [
  {
    path: 'regions',
    title: 'regions.title',
    loadComponent: () => import('./regions.page').then((page) => page.RegionsPage),
  },
  {
    path: 'regions/:code',
    title: 'region.title',
    loadComponent: () => import('./region.page').then((page) => page.RegionPage),
  },
  {
    path: 'groups',
    title: 'groups.title',
    loadComponent: () => import('./groups.page').then((page) => page.GroupsPage),
  },
  {
    path: 'groups/:id',
    title: 'group.title',
    loadComponent: () => import('./group.page').then((page) => page.GroupPage),
  },
]);
