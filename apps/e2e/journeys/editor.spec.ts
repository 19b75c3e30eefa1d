import { expect, test } from '@playwright/test';
import {
  address,
  beSignedIn,
  dialogOf,
  expectAccessible,
  expectNoSidewaysScroll,
  expectShown,
  open,
  ownAccount,
  someoneElse,
} from '../support';

test('an organiser writes a session, is asked about the night of the clocks, publishes, moves and cancels it', async ({
  browser,
  page,
}, info) => {
  const title = `Ohjaajan yö, ${info.project.name}`;
  page.on('dialog', (leaving) => void leaving.accept());
  await beSignedIn(page, address('developer1'));
  await open(page, '/organise/sessions/new');
  const main = page.getByRole('main');
  const field = (name: string) => main.getByLabel(name, { exact: true }).first();

  await main.getByRole('button', { name: 'Tallenna luonnos' }).click();
  await expect(main).toContainText('Anna nimi ainakin yhdellä kielellä');
  await expectAccessible(page);
  await field('Nimi (suomi)').fill(title);
  await field('Paikkoja').fill('12');
  await field('Päivä').fill('2055-03-28');
  await field('Alkaa').fill('03:30');
  await field('Päättyy').fill('09:00');
  await expect(main).toContainText('eikä aikaa 3.30 ole');
  await field('Päivä').fill('2055-10-31');
  await expect(main).toContainText('3.30 on kahdesti. Kumpaa tarkoitat?');
  await expectAccessible(page);
  await main.getByRole('radio', { name: /^Toinen 3\.30/ }).check();

  // Nothing of it is lost by a reload.
  await page.reload();
  await expect(main).toContainText('Palautimme muutokset');
  await expect(field('Nimi (suomi)')).toHaveValue(title);

  await main.getByRole('button', { name: 'Esikatsele ja julkaise' }).click();
  const preview = main.locator('lu-previewed-page');
  await expect(preview).toContainText(title);
  await expect(preview).toContainText('3.30–9.00');
  await main.getByRole('button', { name: /^ruotsi/ }).click();
  await expect(preview).toContainText('Tid och plats');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await main.getByRole('button', { name: 'Julkaise', exact: true }).click();
  await expect(page).toHaveURL(/\/organise\/sessions\/[\w-]{36}$/);
  await expectShown(page);
  await expect(main).toContainText('Julkaistu');
  const id = page.url().slice(-36);

  await someoneElse(browser, ownAccount(info, 17), async (participant) => {
    const enrolled = await participant.request.post(`/api/sessions/${id}/enrolment`);
    expect(enrolled.ok()).toBe(true);
  });
  await page.reload();
  await expectShown(page);
  await field('Päivä').fill('2055-11-07');
  await main.getByRole('button', { name: 'Tallenna muutokset' }).click();
  await expect(dialogOf(page)).toContainText('Yksi ihminen saa tästä tiedon heti.');
  await dialogOf(page).getByRole('button', { name: 'Tallenna muutokset' }).click();
  await expect(main).toContainText('su 7.11.2055 klo 3.30–9.00');
  await expectAccessible(page);

  await main.getByRole('button', { name: 'Peru koulutus' }).click();
  await expect(dialogOf(page)).toContainText('Yksi ihminen saa tästä tiedon heti.');
  await expectAccessible(page);
  await dialogOf(page).getByLabel('Miksi (suomi)').fill('Kouluttaja on sairas.');
  await dialogOf(page).getByRole('button', { name: 'Peru koulutus' }).click();
  await expect(main).toContainText('Koulutus on peruttu, eikä sitä voi enää muuttaa.');
  await open(page, `/sessions/${id}`);
  await expect(main).toContainText('Kouluttaja on sairas.');
});
