import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import {
  address,
  beSignedIn,
  complaintsOf,
  dialogOf,
  expectAccessible,
  letterTo,
  open,
  ownAccount,
  PASSWORD,
  read,
  someoneElse,
} from '../support';

test('someone sees who has looked at their data, takes a copy of it, leaves and stays after all', async ({
  browser,
  page,
}, info) => {
  const complaints = complaintsOf(page);
  const email = ownAccount(info, 33, 20);
  await beSignedIn(page, email);
  const { id, name } = await read<{ id: string; name: string }>(page, '/api/me');
  await someoneElse(browser, address('admin1'), async (other) => {
    await open(other, `/people/${id}`);
  });

  await open(page, '/account');
  await page.getByRole('main').getByRole('link', { name: 'Omat tietosi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omat tietosi');
  const seen = page.locator('lu-log-section li').first();
  await expect(seen).toContainText('Henkilön tiedot luettu');
  await expect(seen).toContainText('Kalle Leppänen');

  await page.getByRole('button', { name: 'Tee tiedosto' }).click();
  const link = page.getByRole('link', { name: 'Lataa tiedosto' });
  await expect(link).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^omat-tiedot-.*\.zip$/);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const html = strFromU8(files['omat-tiedot.html'] ?? new Uint8Array());
  expect(html).toContain(name);
  expect(html).toContain('Koulutuskalenteri');

  await page.getByRole('button', { name: 'Poista tili' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Salasana').fill('jokin muu salasana');
  await dialog.getByRole('button', { name: 'Poista viikon kuluttua' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  complaints.length = 0;
  await dialog.getByLabel('Salasana').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Poista viikon kuluttua' }).click();
  await expect(page.locator('.answer')).toContainText('Siihen asti voit muuttaa mielesi.');

  await open(page, await letterTo(page, email, 'poistetaan viikon kuluttua'));
  await page.getByRole('button', { name: 'Pidä tili' }).click();
  await expect(page.locator('.answer')).toContainText('Voit ladata kaiken');
  expect(complaints).toEqual([]);
});

test('an administrator finds in the log what someone did, and takes it along as a file', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await beSignedIn(page, address('admin1'));
  await open(page, '/account');
  await page.getByRole('main').getByRole('link', { name: 'Käyttöloki' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Käyttöloki');
  const main = page.getByRole('main');
  await main.getByLabel('Henkilö').fill('leppän');
  await main.getByRole('button', { name: 'Rajaa' }).click();
  await expect(page).toHaveURL(/who=lepp/);
  await main.getByLabel('Mitä tehtiin').selectOption('signIns');
  await expect(page).toHaveURL(/kind=signIns/);
  await expect(main.locator('tbody tr').first()).toContainText('Kirjautuminen');
  await main.getByRole('link', { name: 'Kalle Leppänen' }).first().click();
  await expect(page).toHaveURL(/person=/);
  await expect(main).toContainText('Näytetään yhden henkilön tapahtumat.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main.getByRole('link', { name: 'Vie tiedostoon' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Kalle Leppänen');
  await expect(main).toContainText('Säilytysajat ja viimeisin poisto');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
