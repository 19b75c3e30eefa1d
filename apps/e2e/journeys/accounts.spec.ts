import { expect, test, type Page } from '@playwright/test';
import {
  choose,
  complaintsOf,
  dialogOf,
  expectAccessible,
  expectShown,
  letterTo,
  open,
  sessionOf,
} from '../support';

const first = 'vihreä teekuppi lentää';
const second = 'kolme hevosta metsässä';

/** Types into the form of signing in and sends it. */
async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Sähköposti').fill(email);
  await page.getByLabel('Salasana', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Kirjaudu', exact: true }).click();
}

test('a visitor registers on the way to a session, confirms the address and is in', async ({
  browser,
  page,
}, info) => {
  const complaints = complaintsOf(page);
  const email = `aino+${info.project.name}@school.example`;
  const id = await sessionOf(browser, 5, `Rekisteröityvän tilaisuus (${info.project.name})`);
  await open(page, `/sessions/${id}`);
  await page.getByRole('link', { name: 'Kirjaudu ja ilmoittaudu' }).click();
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Luo tili' }).click();
  await expectShown(page);
  await main.getByLabel('Nimi').fill('Aino 🦊 Östman');
  await main.getByLabel('Sähköposti').fill(email);
  await main.getByLabel('Salasana', { exact: true }).fill('Salasana123');
  await main.getByRole('button', { name: 'Luo tili' }).click();
  await expect(main).toContainText('yleinen tai helppo arvata');
  await expect(main.getByLabel('Salasana', { exact: true })).toBeFocused();
  await expectAccessible(page);
  complaints.length = 0;
  await main.getByLabel('Salasana', { exact: true }).fill(first);
  await main.getByRole('button', { name: 'Luo tili' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vahvista vielä osoitteesi');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(page);

  await open(page, await letterTo(page, email, 'Vahvista sähköpostiosoitteesi'));
  await expect(main).toContainText(email);
  await expectAccessible(page);
  await main.getByLabel('Salasana', { exact: true }).fill(first);
  await main.getByRole('button', { name: 'Vahvista ja kirjaudu' }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}`));
  await expect(main).toContainText('Olet mukana');
  expect(complaints).toEqual([]);
});

test('a forgotten password is replaced, and the other device is signed out', async ({
  browser,
  page,
}, info) => {
  const email = `veikko+${info.project.name}@school.example`;
  const registration = { name: 'Veikko', email, password: first, language: 'fi' };
  const registered = await page.request.post('/api/auth/sign-up/email', { data: registration });
  expect(registered.status()).toBe(202);
  const elsewhere = await (await browser.newContext()).newPage();
  await open(elsewhere, await letterTo(page, email, 'Vahvista sähköpostiosoitteesi'));
  await elsewhere.getByLabel('Salasana', { exact: true }).fill(first);
  await elsewhere.getByRole('button', { name: 'Vahvista ja kirjaudu' }).click();
  await expect(elsewhere).not.toHaveURL(/verify-email/);

  const main = page.getByRole('main');
  await open(page, '/sign-in');
  for (let time = 0; time < 6; time += 1) {
    const answered = page.waitForResponse('**/api/auth/sign-in/email');
    await enter(page, email, 'a guess');
    await answered;
    await expect(main.getByRole('alert')).toBeVisible();
  }
  await expect(main.getByRole('alert')).toContainText('Unohtuiko salasana');
  await main.getByRole('link', { name: 'Unohtuiko salasana?' }).click();
  await expect(page.getByLabel('Sähköposti')).toHaveValue(email);
  await main.getByRole('button', { name: 'Lähetä linkki' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Katso sähköpostisi');
  const link = await letterTo(page, email, 'Valitse uusi salasana');
  await open(page, link);
  await main.getByLabel('Uusi salasana').fill(second);
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Ota salasana käyttöön' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Salasanasi on vaihdettu');
  await main.getByRole('link', { name: 'Kirjaudu' }).click();
  await expect(page.getByLabel('Sähköposti')).toHaveValue(email);
  await enter(page, email, second);
  await expect(page).not.toHaveURL(/\/sign-in/);
  expect((await elsewhere.request.get('/api/me')).status()).toBe(401);
  await elsewhere.context().close();

  await open(page, link);
  await expect(main.getByRole('alert')).toContainText('Linkki on jo käytetty');
  await expectAccessible(page);
});

test('one changes one’s address at both and sees where one is signed in', async ({
  browser,
  page,
}, info) => {
  const before = `tiina+${info.project.name}@school.example`;
  const after = `tiina.uusi+${info.project.name}@school.example`;
  const registration = { name: 'Tiina', email: before, password: first, language: 'fi' };
  await page.request.post('/api/auth/sign-up/email', { data: registration });
  await open(page, await letterTo(page, before, 'Vahvista sähköpostiosoitteesi'));
  const main = page.getByRole('main');
  await main.getByLabel('Salasana', { exact: true }).fill(first);
  await main.getByRole('button', { name: 'Vahvista ja kirjaudu' }).click();
  await expect(page).not.toHaveURL(/verify-email/);

  await open(page, '/account/security');
  await main.getByRole('button', { name: 'Vaihda osoite' }).click();
  await expect(main.getByLabel('Uusi sähköpostiosoite')).toBeFocused();
  await main.getByLabel('Uusi sähköpostiosoite').fill(after);
  await main.getByLabel('Nykyinen salasana').fill(first);
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Lähetä vahvistusviestit' }).click();
  await expect(main).toContainText('Odottaa uutta osoitetta');
  await expectAccessible(page);
  for (const address of [before, after]) {
    const subject = address === before ? 'ollaan vaihtamassa' : 'Vahvista uusi';
    await open(page, await letterTo(page, address, subject));
    await expectAccessible(page);
    await main.getByRole('button', { name: 'Vahvista vaihto' }).click();
    await expect(main.getByRole('button', { name: 'Vahvista vaihto' })).toHaveCount(0);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Osoite on vaihdettu');

  const elsewhere = await (await browser.newContext()).newPage();
  await open(elsewhere, '/sign-in');
  await enter(elsewhere, after, first);
  await expect(elsewhere).not.toHaveURL(/\/sign-in/);
  await open(page, '/account/security');
  await expect(main).toContainText(after);
  await main.getByRole('button', { name: 'Kirjaa ulos toinen laite' }).click();
  await dialogOf(page).getByRole('button', { name: 'Kirjaa muut ulos' }).click();
  await expect(main.getByText('tämä laite')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Kirjaa ulos toinen laite' })).toHaveCount(0);
  expect((await elsewhere.request.get('/api/me')).status()).toBe(401);
  await elsewhere.context().close();
  await choose(page, 'sv');
  await expect(main).toContainText('Var du är inloggad');
});
