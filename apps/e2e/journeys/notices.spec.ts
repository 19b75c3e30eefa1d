import { expect, test, type Page } from '@playwright/test';
import {
  beSignedIn,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  expectShown,
  open,
  ownAccount,
  read,
  sessionOf,
  someoneElse,
} from '../support';

interface Outbox {
  readonly items: readonly {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }[];
}

const bell = (page: Page) => page.locator('lu-bell a');
const enrol = (page: Page, id: string) => page.request.post(`/api/sessions/${id}/enrolment`);

test('a seat becomes free: the bell says so on the page that is open, in every window', async ({
  browser,
  page,
  context,
}, info) => {
  const title = `Jonosta paikalle (${info.project.name})`;
  const id = await sessionOf(browser, 1, title);
  const holder = ownAccount(info, 13);
  await someoneElse(browser, holder, async (other) => {
    expect((await enrol(other, id)).status()).toBe(201);
  });
  await beSignedIn(page, ownAccount(info, 35));
  await page.request.put('/api/me/notices/reading', { data: { read: true } });
  expect((await enrol(page, id)).status()).toBe(201);

  const complaints = complaintsOf(page);
  await open(page, '/calendar');
  await expect(bell(page)).toHaveAccessibleName('Ilmoitukset, 1 lukematon');
  const second = await context.newPage();
  await open(second, '/notices');
  await expect(second.getByRole('main')).toContainText(`Olet jonossa, sija 1: ${title}`);

  await someoneElse(browser, holder, async (other) => {
    const left = await other.request.delete(`/api/sessions/${id}/enrolment`);
    expect(left.ok()).toBe(true);
  });
  await expect(bell(page)).toHaveAccessibleName('Ilmoitukset, 2 lukematonta');
  await expect(page.locator('lu-bell [role=status]')).toHaveText(
    `Uusi ilmoitus: Sait paikan: ${title}`,
  );
  const main = second.getByRole('main');
  await expect(main).toContainText('Sinulla on 2 lukematonta ilmoitusta.');
  await expectAccessible(second);
  await expectNoSidewaysScroll(second);

  // Whichever window had the stream, the other goes on with it.
  await second.close();
  await bell(page).click();
  await expectShown(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: `Sait paikan: ${title}` })
    .click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}`));
  await expect(bell(page)).toHaveAccessibleName('Ilmoitukset, 1 lukematon');
  await page.goBack();
  await page.getByRole('button', { name: 'Merkitse kaikki luetuiksi' }).click();
  await expect(bell(page)).toHaveAccessibleName('Ilmoitukset');
  await expect(page.getByRole('main')).toContainText('Olet lukenut kaikki.');
  expect(complaints).toEqual([]);
});

test('a letter comes, and its way out stops more of the kind, and takes it back', async ({
  browser,
  page,
}, info) => {
  const title = `Kirjeestä pois (${info.project.name})`;
  const id = await sessionOf(browser, 9, title);
  const person = ownAccount(info, 35);
  await beSignedIn(page, person);
  expect((await enrol(page, id)).status()).toBe(201);
  const subject = `Olet mukana: ${title}`;
  const letter = async () => {
    const answer = await page.request.get('/dev/outbox', {
      headers: { accept: 'application/json' },
    });
    const { items } = (await answer.json()) as Outbox;
    return items.find((one) => one.to.includes(person) && one.subject === subject)?.text;
  };
  await expect.poll(letter, { timeout: 20_000 }).toContain('/unsubscribe?token=');
  const way = /\/unsubscribe\?token=\S+/.exec((await letter()) ?? '')?.[0] ?? '';

  await page.context().clearCookies({ name: 'luotsi.session_token' });
  await open(page, way);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lopetetaanko nämä viestit?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lopeta viestit' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Viestit on lopetettu');
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saat viestit taas');
});

test('one chooses what to be told of, and when', async ({ page }, info) => {
  await beSignedIn(page, ownAccount(info, 25));
  await open(page, '/account');
  await page.getByRole('main').getByRole('link', { name: 'Ilmoitukset' }).click();
  await expectShown(page);
  const confirmation = page.getByRole('group', { name: 'Ilmoittautumisesi vahvistus' });
  await confirmation.getByLabel('Sähköpostilla').uncheck();
  await page.getByLabel('Kerran päivässä').check();
  await page.getByLabel('Kellonaika').selectOption('07:30');
  await page.getByLabel('Ei sähköpostia hiljaisina tunteina').check();
  await expect(page.locator('lu-notices')).toContainText('Tallennettu.');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.reload();
  await expectShown(page);
  await expect(confirmation.getByLabel('Sähköpostilla')).not.toBeChecked();
  await expect(page.getByLabel('Kellonaika')).toHaveValue('07:30');
  const kept = await read<{ quiet: unknown }>(page, '/api/me/notice-settings');
  expect(kept.quiet).toEqual({ from: '21:00', until: '07:00' });
});
