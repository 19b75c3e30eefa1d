import { expect, test } from '@playwright/test';
import {
  address,
  beSignedIn,
  dialogOf,
  expectAccessible,
  expectShown,
  open,
  someoneElse,
} from '../support';

test('a development group plans a year, the national coordinator publishes it, everyone reads it', async ({
  browser,
  page,
}, info) => {
  test.setTimeout(120_000);
  const year = info.project.name === 'phone' ? '2028' : '2029';
  const title = `Ohjauskeskustelun työpaja ${year}`;
  await beSignedIn(page, address('developer1'));
  await open(page, `/plans/${year}`);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Aloita suunnitelma' }).click();
  await main.getByRole('combobox', { name: 'Vuosi' }).selectOption(year);
  await main.getByRole('button', { name: 'Aloita', exact: true }).click();
  await expect(page).toHaveURL(/\/plans\/[\w-]{30,}\/edit/);
  await expectShown(page);
  const desk = page.url();

  await main.getByRole('button', { name: 'Lisää koulutus' }).click();
  await main.getByRole('textbox', { name: 'Nimi suomeksi' }).fill(title);
  await main.getByRole('textbox', { name: 'Paikkoja' }).fill('24');
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(main).toContainText('Valitse, milloin koulutus pidetään.');
  await expect(main.getByRole('textbox', { name: 'Nimi suomeksi' })).toHaveValue(title);
  await main.getByRole('combobox', { name: 'Milloin' }).selectOption('m3');
  await main.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(main.getByRole('button', { name: `Muokkaa: ${title}` })).toBeVisible();
  await expectAccessible(page);

  await main.getByRole('button', { name: 'Lähetä koordinaattorille' }).click();
  await dialogOf(page).getByRole('button', { name: 'Lähetä', exact: true }).click();
  await expect(main).toContainText('Odottaa valtakunnallista koordinaattoria');
  await expect(main.getByRole('button', { name: /^Muokkaa/ })).toHaveCount(0);

  await someoneElse(browser, address('national1'), async (coordinator) => {
    await open(coordinator, `/plans/${year}`);
    await expect(coordinator.getByRole('main')).toContainText('odottaa sinua');
    await open(coordinator, desk);
    await expectAccessible(coordinator);
    await coordinator.getByRole('main').getByRole('button', { name: 'Julkaise' }).click();
    await dialogOf(coordinator).getByRole('button', { name: 'Julkaise suunnitelma' }).click();
    await expect(coordinator).toHaveURL(new RegExp(`/plans/${year}$`));
    await expect(coordinator.getByRole('main')).toContainText(title);
  });

  await page.reload();
  await expect(main).toContainText('Julkaistu suunnitelma ei muutu.');
  await expect(main.getByRole('button', { name: /^(Muokkaa|Poista|Lisää)/ })).toHaveCount(0);

  const visitor = await browser.newContext({ locale: 'fi-FI' });
  const reader = await visitor.newPage();
  await open(reader, `/plans/${year}`);
  await expect(reader.getByRole('main')).toContainText(title);
  await expectAccessible(reader);
  await open(reader, `/calendar?from=${year}-03-01`);
  const planned = reader.getByRole('main').getByRole('region', { name: /^Suunnitteilla/ });
  await expect(planned.getByRole('link', { name: title })).toBeVisible();
  await expectAccessible(reader);
  await planned.getByRole('link', { name: title }).click();
  await expect(reader).toHaveURL(new RegExp(`/plans/${year}`));
  await expect(reader.getByRole('main')).toContainText(title);
  await visitor.close();
});
