import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import {
  address,
  beSignedIn,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  expectShown,
  letterTo,
  open,
  ownAccount,
  someoneElse,
} from '../support';

const password = 'kolme sinista venetta';
const dialog = (page: Page) => page.locator('lu-ask dialog');

/** Whom the administrator invites: each width its own. */
const invited = (info: TestInfo) => `koordinaattori+${info.project.name}@koulu.example`;

/** Sets up one-time codes, without which the roles of a coordinator lie dormant. */
async function takeSecondStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ota kertakäyttökoodit käyttöön' }).click();
  await dialog(page).getByLabel('Salasanasi').fill(password);
  await dialog(page).getByRole('button', { name: 'Ota kertakäyttökoodit käyttöön' }).click();
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  await page
    .getByLabel('Koodi sovelluksesta')
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Ota käyttöön', exact: true }).click();
  await page.getByRole('button', { name: 'Olen tallentanut koodit' }).click();
}

test('an administrator invites a coordinator, who confirms where a counsellor works', async ({
  browser,
  page,
}, info) => {
  const complaints = complaintsOf(page);
  const email = invited(info);
  const name = `Åsa Öhman ${info.project.name}`;
  await beSignedIn(page, address('admin1'));
  await open(page, '/people/invitations/new');
  await page.getByLabel('Sähköposti').fill(email);
  await page.getByLabel('Rooli', { exact: true }).selectOption('ELO-ryhmän koordinaattori');
  await page.getByLabel('Missä').selectOption('Lappi');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(page).toHaveURL(/\/people\/invitations$/);
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('avoin');
  const link = await letterTo(page, email, 'Kutsu Luotsiin');

  const counsellor = ownAccount(info, 29);
  let claimant = '';
  await someoneElse(browser, counsellor, async (own) => {
    await open(own, '/account/profile');
    claimant = await own.getByLabel('Nimi').inputValue();
    await own.getByLabel('Maakunta, jossa toimit').selectOption('Lappi');
    await own.getByRole('button', { name: 'Tallenna' }).click();
    await expect(own.getByText('Odottaa vahvistusta')).toBeVisible();
    await expectNoSidewaysScroll(own);
  });

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await open(theirs, link);
  await expect(theirs.getByText('ELO-ryhmän koordinaattori, Lappi')).toBeVisible();
  await expectAccessible(theirs);
  await expectNoSidewaysScroll(theirs);
  await theirs.getByLabel('Nimi').fill(name);
  await theirs.getByLabel('Valitse salasana').fill(password);
  await theirs.getByRole('button', { name: 'Luo tili ja hyväksy kutsu' }).click();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Kutsu on hyväksytty');
  await expectAccessible(theirs);
  await theirs.getByRole('link', { name: 'Ota toinen vaihe käyttöön' }).click();
  await takeSecondStep(theirs);

  await open(theirs, '/people?state=awaiting');
  const claim = theirs.getByRole('listitem').filter({ hasText: claimant });
  await expect(claim).toContainText('Sanoo toimivansa alueella Lappi');
  await expectNoSidewaysScroll(theirs);
  await claim.getByRole('button', { name: 'Vahvista' }).click();
  await expect(claim).toHaveCount(0);
  await context.close();

  await someoneElse(browser, counsellor, async (own) => {
    await open(own, '/account/profile');
    await expect(own.getByText('ja se on vahvistettu')).toBeVisible();
  });
  await page.goto('/people/invitations?state=accepted');
  await expectShown(page);
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('hyväksytty');
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('Kutsu on jo hyväksytty');
  expect(complaints.filter((words) => !words.includes('410'))).toEqual([]);
});

test('roles are given and taken, and the table says who may do what where', async ({
  page,
}, info) => {
  const complaints = complaintsOf(page);
  const email = ownAccount(info, 31);
  await beSignedIn(page, address('admin1'));
  await open(page, `/people?q=${email.slice(0, email.indexOf('@'))}@`);
  const [found] = await page.getByRole('main').getByRole('listitem').getByRole('link').all();
  const name = (await found?.innerText()) ?? '';
  await found?.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.getByRole('button', { name: 'Lisää rooli' }).click();
  await page.getByLabel('Rooli', { exact: true }).selectOption('Valmentaja');
  await page.getByLabel('Missä').selectOption('Ahvenanmaa');
  await page.getByLabel('Viimeinen päivä').last().fill('2055-12-31');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Tallenna roolit' }).click();
  await expect(page.getByText('31.12.2055 asti')).toBeVisible();

  await open(page, '/people/roles');
  const row = page.getByRole('row').filter({ hasText: 'Ahvenanmaa' }).filter({ hasText: name });
  await expect(row).toContainText('Valmentaja');
  await expectNoSidewaysScroll(page);
  await row.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Ota pois: Valmentaja, Ahvenanmaa' }).click();
  await page.getByRole('button', { name: 'Tallenna roolit' }).click();
  await expect(page.getByText('31.12.2055 asti')).toHaveCount(0);
  await expect(page.getByText('Päättyneet roolit')).toBeVisible();
  expect(complaints).toEqual([]);
});
