import type { Route, Routes } from '@angular/router';
import { join } from 'node:path';
import { routes } from './routes';
import { readSeenPages, type SeenPage } from './seen-pages';

const JOURNEY = 'apps/e2e/journeys/accessible.spec.ts';

/** Pages that the journey can't open by their address, each with what is looked at instead. */
const excused: Readonly<Record<string, string>> = {
  programmes: 'leads straight on to the only programme that there is in the demonstration',
  'page-fault': 'shown in place of a page that could not be fetched; shell.spec.ts goes there',
};

/** The addresses of all pages as the router tries them, `/` first; redirects are no pages. */
async function pagesOf(routes: Routes, above = ''): Promise<string[]> {
  const pages: string[] = [];
  for (const route of routes) {
    const path = [above, route.path].filter(Boolean).join('/');
    const inner = [
      ...(route.children ?? []),
      ...(((await (route.loadChildren as (() => Promise<Routes>) | undefined)?.()) ??
        []) as Routes),
    ];
    if (isPage(route)) pages.push(path);
    pages.push(...(await pagesOf(inner, path)));
  }
  return [...new Set(pages)];
}

function isPage({ component, loadComponent, children }: Route): boolean {
  return children === undefined && (component !== undefined || loadComponent !== undefined);
}

/** Which page an entry opens: the first whose route fits, as in the router. */
function pageOf({ address, route }: SeenPage, pages: readonly string[]): string | undefined {
  if (route !== null) return pages.find((page) => page === route);
  const path = address?.replace(/[?#].*/, '').slice(1);
  return path === undefined ? undefined : pages.find((page) => patternOf(page).test(path));
}

function patternOf(page: string): RegExp {
  if (page === '**') return /^/;
  return new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`);
}

describe('the journey that examines pages for accessibility', () => {
  let pages: string[];
  const seen = readSeenPages(join(process.cwd(), JOURNEY));
  beforeAll(async () => {
    pages = await pagesOf(routes);
  });

  it('says of each of its entries which route it opens', () => {
    const lost = seen.filter((entry) => pageOf(entry, pages) === undefined);
    expect({
      'add `route`, the path of the route as routes.ts has it, to these entries': lost.map(
        ({ name, route }) => (route === null ? name : `${name} (there is no route '${route}')`),
      ),
    }).toEqual({
      'add `route`, the path of the route as routes.ts has it, to these entries': [],
    });
  });

  it('opens every page of the app', () => {
    const opened = new Set(seen.map((entry) => pageOf(entry, pages)));
    const forgotten = pages.filter((page) => !opened.has(page) && !(page in excused));
    const advice =
      `add an entry for each to \`seen\` in ${JOURNEY}: fixed('/address'), or ` +
      `{ name, as, route: 'the/:path', path } where the address needs an id; or excuse it here`;
    expect({ [advice]: forgotten }).toEqual({ [advice]: [] });
  });

  it('excuses no page that is opened or gone', () => {
    const opened = seen.map((entry) => pageOf(entry, pages));
    const needless = Object.keys(excused).filter(
      (page) => opened.includes(page) || !pages.includes(page),
    );
    expect(needless).toEqual([]);
  });
});
