import type { Route, Routes } from '@angular/router';
import { routes } from './routes';

/** Whether an address's first word leads into a slice's routes. */
function leadsInto(route: Route, word: string): boolean {
  const [guard] = route.canMatch ?? [];
  return (guard as (route: Route, segments: { path: string }[]) => boolean)(route, [
    { path: word },
  ]);
}

/** The routes that are pages, those inside others too. */
function pagesOf(routes: Routes): Routes {
  return routes.flatMap((route) => (route.children ? pagesOf(route.children) : [route]));
}

const slices = routes.filter((route) => route.canMatch);

describe('the routes', () => {
  it('lead every page of every slice from its address', async () => {
    const paths: (string | undefined)[] = [];
    for (const slice of slices) {
      const pages = pagesOf((await slice.loadChildren?.()) as Routes);
      for (const { path } of pages) {
        expect([path, leadsInto(slice, path?.split('/')[0] ?? '')]).toEqual([path, true]);
        paths.push(path);
      }
    }
    // A word may lead into two slices (`account`): what the first doesn't have, the next may.
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('fetch every page only when it is opened', async () => {
    for (const slice of slices) {
      for (const page of pagesOf((await slice.loadChildren?.()) as Routes)) {
        expect([page.path, page.component]).toEqual([page.path, undefined]);
      }
    }
  });
});
