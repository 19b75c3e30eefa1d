import { expect, type Browser, type Locator, type Page, type TestInfo } from '@playwright/test';
import axe from 'axe-core';

export const PASSWORD = 'luotsi-demo-2027';

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** The e-mail address of a demonstration account. */
export const address = (name: string) => `${name}@demo.luotsi.example`;

/**
 * An account that no other journey uses: phone and desktop walk the same product at once, so each
 * has its own person, `counsellor<phone>` and, unless it is named, the one after it.
 */
export function ownAccount(info: TestInfo, phone: number, desktop = phone + 1): string {
  return address(`counsellor${String(info.project.name === 'phone' ? phone : desktop)}`);
}

/** Signs in on the sign-in page that a link has led to, as a person does. */
export async function signIn(page: Page, email: string): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('Sähköposti').fill(email);
  await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Signs in without walking through the page, in Finnish, for journeys about something else. */
export async function beSignedIn(page: Page, email: string): Promise<void> {
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email, password: PASSWORD },
  });
  expect(answer.status()).toBe(200);
  const spoken = await page.request.patch('/api/me', { data: { language: 'fi' } });
  expect(spoken.ok()).toBe(true);
  // Others use the account at the same time, in other languages: this browser has chosen its own.
  const url = new URL(answer.url()).origin;
  await page.context().addCookies([{ name: 'luotsi_language', value: 'fi', url }]);
}

/** Someone else, at a browser of their own. */
export async function someoneElse(
  browser: Browser,
  email: string,
  walk: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await beSignedIn(page, email);
  await walk(page);
  await context.close();
}

/** Opens a page and waits until what it shows is there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectShown(page);
}

/** The page has its heading, and nothing on it is still on its way. */
export async function expectShown(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('lu-skeleton, [aria-busy="true"]')).toHaveCount(0);
}

/** Changes the language in place, as the head of every page lets one do. */
export async function choose(page: Page, language: Language): Promise<void> {
  await page.locator(`lu-language-switch [lang=${language}]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** The sheet that a button opens and that asks before something is done, or shows more. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No breach of WCAG 2.2 AA that axe can see on the page as it stands, nor of its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(settled);
  const lie = await page.evaluateHandle(layFlat);
  // One page is looked at several times: axe, half a megabyte, is read in once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values },
      }),
    rules,
  );
  await lie.evaluate((elements) => {
    for (const element of elements) element.style.removeProperty('position');
  });
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found, page.url()).toEqual([]);
}

/**
 * Nothing moves any more. When night falls a colour takes a turn for each element that it is handed
 * down to, also where motion is reduced: until then the page is half in the one, half in the other.
 */
async function settled(): Promise<void> {
  for (let still = 0, turns = 0; still < 2 && turns < 120; turns += 1) {
    await new Promise(requestAnimationFrame);
    const moving = document.getAnimations().some(({ playState }) => playState === 'running');
    still = moving ? 0 : still + 1;
  }
}

/**
 * Lets what floats over the page lie in it: axe takes what is under a bar at the moment for too
 * small to hit, though one scrolls it free.
 */
function layFlat(): HTMLElement[] {
  const floating = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { position } = getComputedStyle(element);
    const bar = position === 'fixed' || position === 'sticky';
    return bar && !element.matches('dialog, [popover]');
  });
  for (const element of floating) element.style.position = 'static';
  return floating;
}

/** Nothing sticks out sideways: no page scrolls in two directions (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  // A page whose window has just changed its width takes a moment to be laid out for it.
  await expect.poll(over, { message: page.url(), timeout: 2_000 }).toBeLessThanOrEqual(0);
}

/** Collects what the browser complains of, and every request that leaves for another address. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const here = page.url() === 'about:blank' ? origin : new URL(page.url()).origin;
    if (protocol.startsWith('http') && origin !== here) complaints.push(`asked ${request.url()}`);
  });
  return complaints;
}

/** A published session of some seats, made by the national coordinator as an organiser would. */
export async function sessionOf(
  browser: Browser,
  capacity: number,
  fi: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  let id = '';
  await someoneElse(browser, address('national1'), async (page) => {
    id = await publishSession(page, capacity, fi, more);
  });
  return id;
}

/** The same, made by whoever is signed in on the page. */
export async function publishSession(
  page: Page,
  capacity: number,
  fi: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const day = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  const created = await page.request.post('/api/sessions', {
    data: {
      title: { fi, sv: '', en: '' },
      capacity,
      meetings: [{ start: `${day}T09:00`, end: `${day}T12:00`, timeZone: 'Europe/Helsinki' }],
      ...more,
    },
  });
  expect(created.status()).toBe(201);
  const { id } = (await created.json()) as { id: string };
  expect((await page.request.post(`/api/sessions/${id}/publication`)).ok()).toBe(true);
  return id;
}

/**
 * Meetings of a session that begins in so many hours and takes three. By the clock of UTC, which no
 * night sets: in Helsinki an hour of October comes twice, and the product would ask which is meant.
 */
export function inHours(hours: number) {
  const clock = (ahead: number) =>
    new Date(Date.now() + ahead * 3_600_000).toISOString().slice(0, 16);
  return { meetings: [{ start: clock(hours), end: clock(hours + 3), timeZone: 'UTC' }] };
}

/** Of one that begins in twenty minutes: attendance of it can be noted already. */
export const soon = () => inHours(1 / 3);

/** A new annual plan of the group that someone writes for; answers the path of the desk. */
export async function newPlan(page: Page, year: number): Promise<string> {
  const { roles } = await read<{ roles: { scope: { type: string; id: string } }[] }>(
    page,
    '/api/me',
  );
  const group = roles.find(({ scope }) => scope.type === 'group')?.scope.id;
  const opened = await page.request.post('/api/plans', { data: { year, group } });
  expect(opened.status()).toBe(201);
  return `/plans/${((await opened.json()) as { id: string }).id}/edit`;
}

/** What the API answers at a path. */
export async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(path);
  expect(answer.ok(), path).toBe(true);
  return (await answer.json()) as Answer;
}

/**
 * Where the newest letter to an address leads whose subject has all these words: a path of the
 * product. Waits for it: some letters are written in the background.
 */
export async function letterTo(
  page: Page,
  address: string,
  ...subject: readonly string[]
): Promise<string> {
  const headers = { accept: 'application/json' };
  let link: string | undefined;
  const look = async () => {
    const answer = await page.request.get('/dev/outbox', { headers });
    expect(answer.ok()).toBe(true);
    const { items } = (await answer.json()) as {
      items: { to: string; subject: string; text: string; at: string }[];
    };
    const letter = items
      .filter(({ to }) => to.includes(address))
      .filter((item) => subject.every((words) => item.subject.includes(words)))
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
    link = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0];
    return link;
  };
  await expect
    .poll(look, { message: `${subject.join(' … ')} to ${address}`, timeout: 30_000 })
    .toBeDefined();
  const { pathname, search } = new URL(link ?? '');
  return pathname + search;
}
