import { expect, test, type Browser, type Page, type TestInfo } from '@playwright/test';
import {
  address,
  beSignedIn,
  choose,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  languages,
  newPlan,
  open,
  ownAccount,
  publishSession,
  read,
  soon,
} from '../support';

/** A page to examine, and how one comes to see it. */
interface Seen {
  readonly name: string;
  /** Who looks: an account's name; nobody is a visitor. */
  readonly as?: (info: TestInfo) => string;
  /** The path of the route that it opens, as routes.ts has it, where `path` is not one fixed address. */
  readonly route?: string;
  /** Answers the page's path. */
  readonly path: (page: Page, info: TestInfo) => string | Promise<string>;
  /** The status of the refusal that the page is there to tell of; the browser complains of it. */
  readonly refusal?: number;
  /** Opens what the page shows only when asked. */
  readonly then?: (page: Page) => Promise<void>;
}

const counsellor = (info: TestInfo) => ownAccount(info, 1);
const writer = () => address('developer1');
const coordinator = () => address('national1');
const administrator = () => address('admin1');
const fixed = (path: string) => ({ name: path, path: () => path });

const seen: readonly Seen[] = [
  fixed('/'),
  fixed('/calendar'),
  fixed('/calendar?q=ei-l%C3%B6ydy'),
  fixed('/programmes/elo'),
  fixed('/programmes/elo/modules/M2'),
  fixed('/programmes/elo/units/M2.4'),
  fixed('/assessment'),
  fixed('/frameworks/nice'),
  fixed('/plans'),
  fixed('/plans/2027'),
  fixed('/plans/2061'),
  fixed('/regions'),
  fixed('/regions/19'),
  fixed('/groups'),
  fixed('/sign-in'),
  fixed('/sign-up'),
  fixed('/forgot-password'),
  { ...fixed('/verify-email?token=x'), refusal: 404 },
  { ...fixed('/reset-password?token=x'), refusal: 404 },
  { ...fixed('/change-email?token=x'), refusal: 404 },
  { ...fixed('/invitation?token=x'), refusal: 404 },
  { ...fixed('/unsubscribe?token=x'), refusal: 404 },
  fixed('/not-allowed'),
  fixed('/sign-in/second-step?ways=totp,passkey,recovery-code'),
  {
    ...{ name: 'a session without a date', route: '/sessions/:id' },
    path: async (page) => {
      const { items } = await read<{ items: { id: string }[] }>(page, '/api/undated-sessions');
      return `/sessions/${items[0]?.id ?? 'none'}`;
    },
  },
  {
    ...{ name: 'a session that asks what people need', route: '/sessions/:id' },
    as: counsellor,
    path: async (page) => {
      const { items } = await read<{ items: { id: string }[] }>(
        page,
        '/api/sessions?q=Pohjoisen%20ohjausp%C3%A4iv%C3%A4',
      );
      return `/sessions/${items[0]?.id ?? 'none'}`;
    },
  },
  fixed('/my'),
  fixed('/privacy'),
  fixed('/accessibility'),
  fixed('/sign-in/problem?problem=provider-denied&provider=journey&returnTo=%2Fmy'),
  fixed('/sign-in/link?provider=journey&returnTo=%2Fmy'),
  fixed('/verify'),
  {
    ...fixed('/verify/00000-00000-00000-00000'),
    route: 'verify/:code',
    refusal: 404,
  },
  fixed('/no-such-page'),
  {
    name: 'a session',
    route: 'sessions/:id',
    path: (page) => session(page, ({ enrolmentOpen }) => enrolmentOpen),
  },
  {
    name: 'a full session',
    route: 'sessions/:id',
    path: (page) => session(page, (one) => one.confirmedCount >= one.capacity),
  },
  { name: 'a development group', route: 'groups/:id', path: (page) => group(page) },
  {
    name: 'subscribing',
    path: () => '/calendar',
    then: async (page) => {
      await page.locator('lu-subscribe-button button').first().click();
      await expect(page.locator('#lu-feed-address')).toBeVisible();
    },
  },
  { name: 'the front page of a counsellor', as: counsellor, path: () => '/' },
  { name: 'own enrolments', as: counsellor, path: () => '/my' },
  { name: 'one’s own account', as: counsellor, path: () => '/account' },
  {
    name: 'linking that came too late',
    as: counsellor,
    path: () => '/account/linking',
    refusal: 410,
  },
  { name: 'own certificates', as: () => address('counsellor1'), path: () => '/credentials' },
  {
    name: 'a certificate that holds',
    as: () => address('counsellor1'),
    route: 'verify/:code',
    path: async (page) => {
      const { items } = await read<{ items: { code: string }[] }>(page, '/api/me/credentials');
      return `/verify/${items[0]?.code ?? 'none'}`;
    },
  },
  {
    name: 'giving feedback',
    as: () => address('counsellor1'),
    route: 'sessions/:id/feedback',
    path: async (page) => {
      const { items } = await read<{ items: { sessionId: string }[] }>(page, '/api/me/feedback');
      return `/sessions/${items[0]?.sessionId ?? 'none'}/feedback`;
    },
  },
  {
    name: 'the feedback on a session',
    as: coordinator,
    route: 'organise/sessions/:id/feedback',
    path: async (page) => {
      const listed = '/api/organised-sessions?state=held&whose=all&limit=20';
      const { items } = await read<{ items: { id: string }[] }>(page, listed);
      return `/organise/sessions/${items.at(-1)?.id ?? 'none'}/feedback`;
    },
  },
  { name: 'own security', as: counsellor, path: () => '/account/security' },
  { name: 'own profile', as: counsellor, path: () => '/account/profile' },
  { name: 'notices', as: counsellor, path: () => '/notices' },
  { name: 'one’s own data', as: counsellor, path: () => '/account/privacy' },
  { name: 'the organiser’s desk', as: writer, path: () => '/organise' },
  {
    name: 'the enrolled',
    route: 'organise/sessions/:id/participants',
    as: writer,
    path: async (page) => {
      const path = '/api/organised-sessions?task=applications';
      const { items } = await read<{ items: { id: string }[] }>(page, path);
      return `/organise/sessions/${items[0]?.id ?? ''}/participants`;
    },
    then: async (page) => {
      // Open still from the language before, it stays.
      if ((await page.locator('lu-participant-detail').count()) === 0) {
        await page.locator('td .name').first().click();
        await page.locator('lu-organise-frame [action]').click();
      }
      await expect(page.locator('lu-participant-detail ol li').first()).toBeVisible();
      await expect(page.locator('lu-add-people')).toBeVisible();
    },
  },
  { name: 'the audit log', as: administrator, path: () => '/audit' },
  { name: 'the settings of notices', as: counsellor, path: () => '/account/notices' },
  { name: 'the calendar of a counsellor', as: counsellor, path: () => '/calendar' },
  { name: 'the programme of a counsellor', as: counsellor, path: () => '/programmes/elo' },
  { name: 'a unit of a counsellor', as: counsellor, path: () => '/programmes/elo/units/M1.1' },
  { name: 'own assessments', as: counsellor, path: () => '/assessment' },
  { name: 'the report', as: counsellor, route: 'assessment/:id/report', path: report },
  {
    name: 'answering',
    as: (info) => ownAccount(info, 27),
    route: 'assessment/:id',
    path: answering,
  },
  {
    name: 'finishing',
    route: 'assessment/:id',
    as: (info) => ownAccount(info, 27),
    path: async (page) => `${await answering(page)}?at=finish`,
  },
  {
    name: 'the feedback that has come',
    as: () => address('admin1'),
    path: () => '/accessibility/feedback',
  },
  { name: 'a page that is not for one', as: () => address('admin1'), path: () => '/assessment/x' },
  { name: 'people', as: administrator, path: () => '/people?q=co' },
  {
    name: 'a person',
    route: 'people/:id',
    as: administrator,
    path: async (page) => {
      const { items } = await read<{ items: { id: string }[] }>(page, '/api/people?q=coach1');
      return `/people/${items[0]?.id ?? ''}`;
    },
    then: async (page) => {
      await page
        .getByRole('button')
        .filter({ hasText: /Lisää|Lägg till|Add/ })
        .click();
      await expect(page.locator('lu-role-picker').first()).toBeVisible();
    },
  },
  { name: 'roles', as: administrator, path: () => '/people/roles' },
  { name: 'invitations', as: administrator, path: () => '/people/invitations' },
  { name: 'inviting', as: administrator, path: () => '/people/invitations/new' },
  { name: 'inviting from a file', as: administrator, path: () => '/people/invitations/import' },
  {
    name: 'the plan editor',
    route: 'plans/:id/edit',
    as: writer,
    path: draft,
    then: async (page) => {
      const form = page.locator('lu-item-form');
      if (!(await form.isVisible())) await page.locator('lu-desk-items button').first().click();
      await expect(form).toBeVisible();
    },
  },
  {
    name: 'the attendance list',
    route: 'organise/sessions/:id/attendance',
    as: coordinator,
    path: async (page) => `${await held(page)}/attendance`,
  },
  {
    name: 'the attendance code',
    route: 'organise/sessions/:id/code',
    as: coordinator,
    path: async (page) =>
      `/organise/sessions/${await publishSession(page, 20, 'Koodi', soon())}/code`,
  },
  { name: 'the way in with a code', as: counsellor, path: () => '/attend' },
  {
    name: 'entering a code',
    route: 'sessions/:id/attend',
    as: counsellor,
    path: async (page) => `${await session(page, ({ enrolmentOpen }) => enrolmentOpen)}/attend`,
  },
  {
    name: 'writing a new session',
    as: writer,
    path: () => '/organise/sessions/new',
    then: async (page) => {
      const hidden = page.locator('lu-session-editor details');
      await expect(hidden.first()).toBeVisible();
      await hidden.evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    },
  },
  {
    name: 'writing a session',
    route: 'organise/sessions/:id',
    as: writer,
    path: async (page) => {
      const { items } = await read<{ items: { id: string }[] }>(page, '/api/organised-sessions');
      return `/organise/sessions/${items[0]?.id ?? ''}`;
    },
  },
  { name: 'outlines', as: writer, path: () => '/outlines' },
  { name: 'a new outline', as: writer, path: () => '/outlines/new' },
  {
    name: 'an outline',
    route: 'outlines/:id',
    as: writer,
    path: (page) => outline(page),
    then: async (page) => {
      const form = page.locator('lu-start-session');
      if (!(await form.isVisible())) await page.locator('lu-page-header button').first().click();
      await expect(form).toBeVisible();
    },
  },
  {
    name: 'an outline being written',
    route: 'outlines/:id/edit',
    as: writer,
    path: async (page) => `${await outline(page)}/edit`,
  },
  {
    name: 'what has changed in the outline of a session',
    route: 'organise/sessions/:id/outline',
    as: writer,
    path: async (page) => `/organise/sessions/${await organised(page, 'verkossa')}/outline`,
  },
  { name: 'a new series', as: writer, path: () => '/organise/series/new' },
  {
    name: 'the series of a session',
    route: 'organise/sessions/:id/series',
    as: writer,
    path: async (page) => `/organise/sessions/${await organised(page, 'kesken')}/series`,
  },
  { name: 'the year of a group', as: writer, path: () => '/plans/2027' },
  { name: 'the year of the coordinator', as: coordinator, path: () => '/plans/2027' },
];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/**
 * The browsers of those who look, one each for as long as the worker lives. Who looks at ten pages
 * signs in once and has fetched the scripts once, as a person has; every page is loaded anew.
 */
const browsers = new Map<string, Promise<Page>>();

async function pageOf(browser: Browser, account: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  if (account) await beSignedIn(page, account);
  return page;
}

for (const { name, as, path, refusal, then } of seen) {
  test(`${name}: for everyone, in every language, by day and by night`, async ({
    browser,
    viewport,
  }, info) => {
    const account = as?.(info) ?? '';
    const opened = browsers.get(account) ?? pageOf(browser, account);
    browsers.set(account, opened);
    const page = await opened;
    const size = viewport ?? { width: 1280, height: 720 };
    await page.setViewportSize(size);
    const complaints = complaintsOf(page);
    await open(page, await path(page, info));
    for (const [place, language] of languages.entries()) {
      // By turns, and the other way round at the other width: between them every pair is seen.
      const light = (place % 2 === 0) === (info.project.name === 'phone');
      await page.emulateMedia({ colorScheme: light ? 'light' : 'dark' });
      await choose(page, language);
      await then?.(page);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.keyboard.press('Escape');
    }
    await page.setViewportSize({ width: 320, height: size.height });
    await expectNoSidewaysScroll(page);
    const told = `status of ${String(refusal)}`;
    expect(complaints.filter((complaint) => !complaint.includes(told))).toEqual([]);
    page.removeAllListeners();
  });
}

interface Listed {
  readonly id: string;
  readonly capacity: number;
  readonly confirmedCount: number;
  readonly enrolmentOpen: boolean;
}

async function session(page: Page, wanted: (one: Listed) => boolean): Promise<string> {
  const { items } = await read<{ items: Listed[] }>(page, '/api/sessions?limit=100');
  return `/sessions/${items.find(wanted)?.id ?? 'none'}`;
}

/** A session that is over and has been attended. */
async function held(page: Page): Promise<string> {
  const { items } = await read<{ items: Listed[] }>(
    page,
    '/api/organised-sessions?state=held&whose=all&limit=100',
  );
  return `/organise/sessions/${items.at(-1)?.id ?? 'none'}`;
}

async function group(page: Page): Promise<string> {
  const { items } = await read<{ items: { id: string }[] }>(page, '/api/groups?kind=development');
  return `/groups/${items[1]?.id ?? 'none'}`;
}

async function report(page: Page): Promise<string> {
  const { items } = await read<{ items: { id: string; completedAt: string | null }[] }>(
    page,
    '/api/assessments',
  );
  return `/assessment/${items.find(({ completedAt }) => completedAt)?.id ?? 'none'}/report`;
}

async function answering(page: Page): Promise<string> {
  const started = await page.request.post('/api/assessments', { data: {} });
  const { id } = (await started.json()) as { id: string };
  return `/assessment/${id}`;
}

/** The outline that has two versions. */
async function outline(page: Page): Promise<string> {
  const { items } = await read<{ items: { id: string; published: number | null }[] }>(
    page,
    '/api/outlines',
  );
  return `/outlines/${items.find(({ published }) => published === 2)?.id ?? 'none'}`;
}

/** A session of the writer's desk by a word of its title. */
async function organised(page: Page, word: string): Promise<string> {
  const { items } = await read<{ items: { id: string }[] }>(
    page,
    `/api/organised-sessions?q=${word}`,
  );
  return items[0]?.id ?? 'none';
}

/** A draft for a year of this width's own. */
function draft(page: Page, info: TestInfo): Promise<string> {
  return newPlan(page, info.project.name === 'phone' ? 2060 : 2061);
}
