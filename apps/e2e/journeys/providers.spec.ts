import { expect, test } from '@playwright/test';
import {
  address,
  beSignedIn,
  choose,
  complaintsOf,
  expectAccessible,
  expectShown,
  open,
} from '../support';

test('who is proven by another service comes back signed in to where they wanted', async ({
  page,
}) => {
  await open(page, '/my');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Kirjaudu/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fmy$/);
  await expectShown(page);
  await page.getByRole('button', { name: 'Kirjaudu palvelun Matkatunnus kautta' }).click();
  await expect(page).toHaveURL(/localhost:\d+\/my$/);
  await expectShown(page);
  const me = await page.request.get('/api/me');
  expect(await me.json()).toMatchObject({ name: 'Maija Matkaaja' });

  await open(page, '/account/security');
  const section = page.locator('lu-linked-accounts');
  await expect(section).toContainText('Matkatunnus');
  await section.getByRole('button', { name: 'Poista liitos: Matkatunnus' }).click();
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.getByRole('button', { name: 'Poista liitos' }).click();
  await expect(dialog.getByRole('alert')).toContainText('ainoa tapasi kirjautua');
  await expectAccessible(page);
});

test('a sign-in that was opened a second time says what to do', async ({ page }) => {
  await open(page, '/sign-in');
  await page.getByRole('button', { name: 'Kirjaudu palvelun Matkatunnus kautta' }).click();
  await expect(page).toHaveURL(/localhost:\d+\/$/);
  await page.goto('/api/auth/providers/journey/callback?state=x&code=y');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Kirjautuminen ei ehtinyt perille ajoissa',
  );
  await expect(page.getByRole('link', { name: 'Jatka' })).toBeVisible();
});

test('an obstacle is told of, and is answered by an administrator', async ({ page }, info) => {
  const complaints = complaintsOf(page);
  await open(page, '/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Saavutettavuus' }).click();
  await expectShown(page);
  const words = `Nappi on liian pieni (${info.project.name})`;
  await page.getByLabel('Mitä yritit tehdä, ja mikä esti sen?').fill(words);
  await page.getByRole('button', { name: 'Lähetä palaute' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'perillä' })).toBeFocused();

  await beSignedIn(page, address('admin1'));
  await open(page, '/accessibility/feedback');
  const line = page.getByRole('listitem').filter({ hasText: words });
  await line.getByRole('button', { name: /Merkitse vastatuksi/ }).click();
  await expect(line).toContainText('Vastattu');
  expect(complaints).toEqual([]);
});

test('every cookie is in the privacy notice, and none asks for consent', async ({
  page,
  context,
}) => {
  await open(page, '/');
  await choose(page, 'sv');
  await choose(page, 'fi');
  await page.evaluate(() => (document.cookie = 'luotsi_theme=dark; Path=/'));
  const signedIn = await page.request.post('/api/auth/sign-in/email', {
    data: { email: 'counsellor2@demo.luotsi.example', password: 'luotsi-demo-2027' },
  });
  expect(signedIn.status()).toBe(200);
  await page.request.post('/api/auth/providers/journey/sign-in', { data: {} });
  await open(page, '/privacy');
  const notice = await page.getByRole('main').innerText();
  const names = (await context.cookies()).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['luotsi_language', 'luotsi.session_token', 'luotsi.provider']),
  );
  expect(names.filter((name) => !notice.includes(name))).toEqual([]);
});
