import { expect, test } from '@playwright/test';
import {
  address,
  beSignedIn,
  dialogOf,
  expectAccessible,
  expectShown,
  newPlan,
  open,
  signIn,
  someoneElse,
} from '../support';

test('a development group plans a year, the national coordinator publishes it, everyone reads it', async ({
  browser,
  page,
}, info) => {
  // Of the two last years that may be begun, the even one on the phone, the odd one at the desk.
  const ahead = new Date().getFullYear() + 2;
  const year = String(ahead + ((ahead + (info.project.name === 'phone' ? 0 : 1)) % 2));
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

  await open(page, `/plans/${year}`);
  await main.getByRole('button', { name: `Luo tilaisuus: ${title}` }).click();
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Luo luonnos' }).click();
  await main.getByRole('button', { name: `Julkaise kalenteriin: ${title}` }).click();
  await expect(main.getByRole('button', { name: /^Julkaise kalenteriin/ })).toHaveCount(0);
  await open(reader, `/calendar?from=${year}-03-01`);
  await reader.locator('lu-session-line').getByRole('link', { name: title }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
  await reader.getByRole('link', { name: `Koulutussuunnitelma ${year}` }).click();
  await expect(reader).toHaveURL(new RegExp(`/plans/${year}#item-`));
  await visitor.close();
});

test('what is being written stays when the sign-in has ended meanwhile', async ({ page }, info) => {
  await beSignedIn(page, address('developer1'));
  await open(page, await newPlan(page, info.project.name === 'phone' ? 2062 : 2063));
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Lisää koulutus' }).click();
  const title = main.getByRole('textbox', { name: 'Nimi suomeksi' });
  await title.fill('Kirjoitettu ennen kuin kirjautuminen päättyi');
  await main.getByRole('combobox', { name: 'Milloin' }).selectOption('m5');
  await page.context().clearCookies({ name: 'luotsi.session_token' });
  await main.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(page.getByText('Kirjautumisesi on päättynyt.')).toBeVisible();
  await expectAccessible(page);

  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Kirjaudu ja palaa tähän' }).click();
  const other = await opening;
  await signIn(other, address('developer1'));
  await other.close();
  // A page under test never loses the focus, so it is told that it comes back.
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(page.getByText('Kirjautumisesi on päättynyt.')).toHaveCount(0);
  await expect(title).toHaveValue('Kirjoitettu ennen kuin kirjautuminen päättyi');
  await main.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(
    main.getByRole('button', { name: /^Muokkaa: Kirjoitettu ennen kuin/ }),
  ).toBeVisible();
});
