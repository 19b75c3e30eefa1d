import { expect, test } from '@playwright/test';
import {
  address,
  beSignedIn,
  complaintsOf,
  dialogOf,
  expectAccessible,
  expectNoSidewaysScroll,
  expectShown,
  inHours,
  open,
  ownAccount,
  read,
  sessionOf,
  someoneElse,
} from '../support';

test('an organiser finds on the desk what waits, approves, adds, looks up and takes out', async ({
  browser,
  page,
}, info) => {
  const complaints = complaintsOf(page);
  const title = `Järjestäjän päivä ${info.project.name}`;
  const id = await sessionOf(browser, 2, title, { approval: true, asksDiet: true });
  const elsewhere = `Toinen päivä ${info.project.name}`;
  const there = await sessionOf(browser, 2, elsewhere, inHours(240));
  const [first, second] = [ownAccount(info, 3), ownAccount(info, 5)];
  const names: string[] = [];
  for (const email of [first, second])
    await someoneElse(browser, email, async (own) => {
      names.push((await read<{ name: string }>(own, '/api/me')).name);
      const needs = { diet: 'Gluteeniton', accessNeeds: '' };
      const answer = await own.request.post(`/api/sessions/${id}/enrolment`, { data: { needs } });
      expect(answer.status()).toBe(201);
    });
  const [one = '', other = ''] = names;

  await beSignedIn(page, address('national1'));
  await open(page, '/organise');
  const line = page
    .locator('lu-desk-session')
    .filter({ has: page.locator(`a[href="/organise/sessions/${id}"]`) });
  await expect(line).toContainText('2 odottaa hyväksyntää');
  await expectNoSidewaysScroll(page);
  await line.getByRole('link', { name: 'Vastaa 2 ilmoittautumiseen' }).click();
  await expect(page).toHaveURL(
    new RegExp(`/organise/sessions/${id}/participants\\?status=applied`),
  );
  await expectShown(page);

  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await page.getByRole('button', { name: `Hyväksy: ${one}` }).click();
  await expect(page.getByText(`${one} on mukana.`)).toBeVisible();
  await expect(row(one)).toHaveCount(0);
  await page.getByRole('checkbox', { name: `Valitse ${other}` }).check();
  await page.getByRole('button', { name: 'Hyväksy valitut' }).click();
  await dialogOf(page).getByRole('button', { name: 'Hyväksy' }).click();
  await expect(page.getByText(`${other} on mukana.`)).toBeVisible();

  await open(page, `/organise/sessions/${id}/participants`);
  await page.getByText('Ruokavaliot ja esteettömyystarpeet').click();
  await expect(page.getByText('Gluteeniton: 2')).toBeVisible();
  await page.getByRole('button', { name: 'Lisää osallistujia' }).click();
  await page.getByLabel('Perustelu, jonka henkilö lukee').fill('Tulee kouluttajan pariksi.');
  await page.getByLabel('Sähköpostiosoite').fill(address('coach1'));
  await expectAccessible(page);
  await page.getByRole('button', { name: `Lisää osoitteella ${address('coach1')}` }).click();
  await expect(page.getByText(/on jonossa sijalla 1\./)).toBeVisible();
  await page.getByRole('button', { name: 'Valmis' }).click();

  await page.getByRole('button', { name: `Näytä tiedot ja toiminnot: ${one}` }).click();
  await expect(page.getByText('Hyväksyttiin: mukana')).toBeVisible();
  await page.getByRole('button', { name: 'Poista koulutuksesta…' }).click();
  await page.getByLabel('Perustelu, jonka henkilö lukee').fill('Sovittu puhelimessa.');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Poista koulutuksesta', exact: true }).click();
  await expect(page.getByText(`Poistettu: ${one}.`)).toBeVisible();
  await expect(row('coach1')).toContainText('Mukana');

  await someoneElse(browser, first, async (own) => {
    await open(own, `/sessions/${id}`);
    await expect(own.getByText('Sovittu puhelimessa.')).toBeVisible();
  });

  await page.getByRole('button', { name: `Näytä tiedot ja toiminnot: ${other}` }).click();
  await page.getByRole('button', { name: 'Siirrä toiseen koulutukseen…' }).click();
  const choice = page.getByLabel('Mihin koulutukseen');
  await expect(choice.locator(`option[value="${there}"]`)).toContainText(elsewhere);
  await choice.selectOption(there);
  await page.getByLabel('Perustelu, jonka henkilö lukee').fill('Sali vaihtui pienempään.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Siirrä koulutukseen', exact: true }).click();
  await expect(page.getByText(`Siirretty: ${other}. Hänelle on kerrottu syy.`)).toBeVisible();
  await open(page, `/organise/sessions/${id}/participants`);
  await expect(row('coach1')).toContainText('Mukana');
  await expect(row(other)).toContainText('Perunut');
  await open(page, `/organise/sessions/${there}/participants`);
  await expect(row(other)).toContainText('Mukana');
  await someoneElse(browser, second, async (own) => {
    const seen = own.getByRole('main');
    await open(own, '/my');
    await expect(seen.locator(`a[href="/sessions/${there}"]`).first()).toBeVisible();
    await open(own, `/sessions/${there}`);
    await expect(seen).toContainText('Olet mukana');
    await seen.getByText('Ilmoittautumisesi vaiheet').click();
    await expect(seen).toContainText('Järjestäjä siirsi sinut tähän koulutukseen');
    await expect(seen).toContainText('Perustelu: Sali vaihtui pienempään.');
    await open(own, `/sessions/${id}`);
    await expect(seen).toContainText('Sali vaihtui pienempään.');
  });
  expect(complaints).toEqual([]);
});
