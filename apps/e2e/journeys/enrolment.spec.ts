import { expect, test, type Page } from '@playwright/test';
import {
  beSignedIn,
  dialogOf,
  expectAccessible,
  open,
  ownAccount,
  sessionOf,
  someoneElse,
} from '../support';

/** The wall clock in so many hours, at Helsinki. */
const wallClock = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Helsinki' })
    .slice(0, 16)
    .replace(' ', 'T');

/** Gives up the seat, saying why, as is asked shortly before the session. */
async function cancelBecause(page: Page, reason: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('Koulutukseen on alle viikko.');
  await dialog.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await expect(dialog).toContainText('Valitse syy tai kerro omin sanoin.');
  await dialog.getByRole('radio', { name: reason }).check();
  await dialog.getByRole('textbox').fill(words);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await expect(page.getByRole('main')).toContainText('Ilmoittautumisesi on peruttu.');
}

test('shortly before a full session: in line, offered a seat, in, and out again with a reason', async ({
  browser,
  page,
}, info) => {
  const meetings = [
    { start: wallClock(30), end: wallClock(33), timeZone: 'Europe/Helsinki' as const },
  ];
  const title = `Viime hetken klinikka (${info.project.name})`;
  const id = await sessionOf(browser, 1, title, { meetings, asksDiet: true });
  await beSignedIn(page, ownAccount(info, 17));
  await open(page, `/sessions/${id}`);
  const main = page.getByRole('main');
  await main.getByText('Kerro järjestäjälle: ruokavalio ja allergiat').click();
  await main.getByRole('textbox', { name: 'Ruokavalio ja allergiat' }).fill('Vegaani');
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Ilmoittaudu', exact: true }).click();
  await expect(main).toContainText('Olet mukana');
  await expect(main).toContainText('Järjestäjälle kerrottu');
  await expect(main).toContainText('Vegaani');

  await someoneElse(browser, ownAccount(info, 7), async (other) => {
    const seen = other.getByRole('main');
    await open(other, `/sessions/${id}`);
    await seen.getByRole('button', { name: 'Mene jonotuslistalle' }).click();
    await expect(seen).toContainText('Olet jonossa, sija 1');

    await cancelBecause(page, 'Sairastuin', 'Kuumetta');

    await open(other, '/my');
    await expect(seen).toContainText('Odottaa vastaustasi');
    await expectAccessible(other);
    await seen.getByRole('link', { name: title }).first().click();
    await expect(seen).toContainText('Sinulle on paikka');
    await seen.getByRole('button', { name: 'Ota paikka' }).click();
    await expect(seen).toContainText('Olet mukana');
    await seen.getByText('Ilmoittautumisesi vaiheet').click();
    await expect(seen.locator('lu-enrolment-history li')).toContainText([
      'Otit tarjotun paikan',
      'Sinulle tarjottiin paikkaa, kun paikka vapautui',
      'Ilmoittauduit ja pääsit jonoon',
    ]);
    await expectAccessible(other);
    await cancelBecause(other, 'Työ estää', '');
  });
});

test('a session without a date collects interest, and offers its seats when the date is set', async ({
  browser,
  page,
}, info) => {
  const title = `Joskus syksyllä (${info.project.name})`;
  const id = await sessionOf(browser, 5, title, {
    meetings: [],
    planned: { year: 2028, month: 10 },
  });
  await beSignedIn(page, ownAccount(info, 17));
  await open(page, '/calendar?q=syksyllä');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: title }).click();
  await expect(main).toContainText('Aikaa ei ole vielä sovittu. Suunnitelmissa lokakuu 2028.');
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Olen kiinnostunut' }).click();
  await expect(main).toContainText('Olet kiinnostunut');
  await open(page, '/my');
  await expect(main.getByRole('region', { name: 'Odottaa aikaa' })).toContainText(title);

  await someoneElse(browser, 'national1@demo.luotsi.example', async (organiser) => {
    const changed = await organiser.request.patch(`/api/sessions/${id}`, {
      data: { meetings: [{ start: '2028-10-05T09:00', end: '2028-10-05T15:00' }] },
    });
    expect(changed.ok()).toBe(true);
  });
  await open(page, `/sessions/${id}`);
  await expect(main).toContainText('Sinulle on paikka');
  await main.getByRole('button', { name: 'Ota paikka' }).click();
  await expect(main).toContainText('Olet mukana');
});
