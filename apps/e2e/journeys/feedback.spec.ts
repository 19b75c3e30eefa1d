import { expect, test, type Locator } from '@playwright/test';
import {
  address,
  beSignedIn,
  expectAccessible,
  expectShown,
  open,
  ownAccount,
  read,
  someoneElse,
} from '../support';

/** By keyboard: the round buttons are drawn over, and what is still missing moves as they are chosen. */
async function choose(button: Locator): Promise<void> {
  await button.press('Space');
  await expect(button).toBeChecked();
}

test('after a session one says how it was, also where the connection fails, and its organiser reads figures', async ({
  browser,
  context,
  page,
}, info) => {
  await beSignedIn(page, ownAccount(info, 1));
  await open(page, '/my');
  const main = page.getByRole('main');
  // The first ones are looked at by others.
  await main
    .getByRole('link', { name: /^Anna palaute: / })
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Millainen koulutus oli?');
  const [, session = ''] = /sessions\/([\w-]+)\/feedback/.exec(page.url()) ?? [];

  await main.getByRole('button', { name: 'Anna palaute' }).click();
  await expect(main).toContainText('4 kohtaa on vielä ilman vastausta.');
  for (const [question, points] of [
    ['Kokonaisuus', '5, erinomainen'],
    ['Sisältö', '4, hyvä'],
    ['Hyöty työssäsi', '4, hyvä'],
  ] as const)
    await choose(main.getByRole('group', { name: question }).getByRole('radio', { name: points }));
  await choose(main.getByRole('radio', { name: 'Kyllä' }));
  await main.getByLabel('Mikä oli hyvää?').fill('Rauhallinen tahti');

  await context.setOffline(true);
  await main.getByRole('button', { name: 'Anna palaute' }).click();
  await expect(main.getByRole('alert')).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expectShown(page);
  await expect(main.getByLabel('Mikä oli hyvää?')).toHaveValue('Rauhallinen tahti');
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Anna palaute' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Kiitos, palautteesi on perillä.',
  );
  await main.getByRole('link', { name: 'Koulutuksen sivulle' }).last().click();
  await expect(main).toContainText('Palautteesi on perillä.');

  await someoneElse(browser, address('national1'), async (organiser) => {
    await open(organiser, `/organise/sessions/${session}/feedback`);
    await expect(organiser.getByRole('main')).toContainText(
      /\d+ vastaus(ta)? \d+ pyydetystä|\d\/5: luvut näkyvät/,
    );
  });
});

test('a certificate is downloaded, and whoever is given its address reads that it holds', async ({
  browser,
  page,
}, info) => {
  await beSignedIn(page, ownAccount(info, 1));
  await open(page, '/credentials');
  const main = page.getByRole('main');
  const coming = page.waitForEvent('download');
  await main
    .getByRole('link', { name: /^Lataa PDF: / })
    .first()
    .click();
  expect((await coming).suggestedFilename()).toMatch(/^todistus-\d{4}-\d\d-\d\d\.pdf$/);
  const { items } = await read<{ items: { code: string; facts: { name: string } }[] }>(
    page,
    '/api/me/credentials',
  );
  const [mine] = items;
  const stranger = await (await browser.newContext()).newPage();
  await open(stranger, '/verify');
  await stranger.getByLabel('Tarkistuskoodi').fill(mine?.code.toLowerCase() ?? '');
  await stranger.getByRole('button', { name: 'Tarkista' }).click();
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(
    'Todistus on aito ja voimassa.',
  );
  await expect(stranger.getByRole('main')).toContainText(mine?.facts.name ?? '');
  await stranger.context().close();
});
