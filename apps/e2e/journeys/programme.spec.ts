import { expect, test } from '@playwright/test';
import {
  beSignedIn,
  choose,
  expectAccessible,
  expectShown,
  open,
  ownAccount,
  signIn,
} from '../support';

test('a counsellor reads a unit, marks it, and goes on from there at another device', async ({
  browser,
  page,
}, info) => {
  const email = ownAccount(info, 26, 34);
  await beSignedIn(page, email);
  await open(page, '/programmes');
  await page.getByRole('link', { name: 'Aloita lukeminen' }).click();
  await expect(page).toHaveURL(/\/units\//);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Ohjaus ja sen kehittämisen perusteet');
  await expect(page.getByRole('heading', { name: 'Lähteet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Merkitse luetuksi' }).click();
  await expect(page.getByRole('button', { name: 'Poista merkintä' })).toBeVisible();
  await page.getByRole('link', { name: 'Siirry seuraavaan osioon' }).click();
  await expect(heading).not.toHaveText('Ohjaus ja sen kehittämisen perusteet');
  const next = await heading.innerText();
  await expect(page.getByRole('button', { name: 'Merkitse luetuksi' })).toBeVisible();

  const menu = info.project.name === 'phone' ? 'lu-bottom-bar' : 'lu-head';
  await page.locator(`${menu} [popovertarget]`).click();
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page).toHaveURL(/\/$/);

  const elsewhere = await browser.newContext({ locale: 'fi-FI' });
  const other = await elsewhere.newPage();
  await open(other, '/programmes');
  await other.getByRole('main').getByRole('link', { name: 'Kirjaudu' }).click();
  await signIn(other, email);
  await expect(other).toHaveURL(/\/programmes\/elo/);
  await expect(other.getByRole('main')).toContainText(`Olet lukenut 1/7. Jäit kohtaan: ${next}`);
  await expectAccessible(other);
  await other.getByRole('link', { name: 'Jatka siitä, mihin jäit' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(next);
  await elsewhere.close();
});

test('a visitor reads everything, in Swedish and in English too', async ({ page }) => {
  await open(page, '/programmes/elo');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('ELO-ryhmien valmennusohjelma');
  await page.getByRole('main').getByRole('link', { name: 'Ohjaamo-toiminta' }).first().click();
  await expect(heading).toHaveText('Ohjaamo-toiminta');
  await expectShown(page);
  await choose(page, 'sv');
  await expect(page.getByRole('heading', { name: 'Källor' })).toBeVisible();
  await choose(page, 'en');
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});
