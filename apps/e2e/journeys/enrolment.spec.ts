import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  beSignedIn,
  dialogOf,
  expectAccessible,
  inHours,
  letterTo,
  open,
  ownAccount,
  sessionOf,
  someoneElse,
} from '../support';

/** Presses the button that gives up the seat, and answers the sheet that asks why. */
async function cancelling(page: Page): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('Koulutukseen on alle viikko.');
  return dialog;
}

/** Gives up the seat, saying why, as is asked shortly before the session. */
async function cancelBecause(page: Page, reason: string): Promise<void> {
  const dialog = await cancelling(page);
  await dialog.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await expect(dialog).toContainText('Valitse syy tai kerro omin sanoin.');
  await dialog.getByRole('radio', { name: reason }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await expect(page.getByRole('main')).toContainText('Ilmoittautumisesi on peruttu.');
}

const enrol = async (page: Page, id: string) =>
  expect((await page.request.post(`/api/sessions/${id}/enrolment`)).status()).toBe(201);

test('shortly before a full session: in line, an offer by letter, taken; the next one turns it down', async ({
  browser,
  page,
}, info) => {
  const title = `Viime hetken klinikka (${info.project.name})`;
  const id = await sessionOf(browser, 1, title, { ...inHours(30), asksDiet: true });
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

  const second = ownAccount(info, 7);
  await someoneElse(browser, second, async (other) => {
    const seen = other.getByRole('main');
    await open(other, `/sessions/${id}`);
    await seen.getByRole('button', { name: 'Mene jonotuslistalle' }).click();
    await expect(seen).toContainText('Olet jonossa, sija 1');
    await someoneElse(browser, ownAccount(info, 21), (third) => enrol(third, id));

    await cancelBecause(page, 'Sairastuin');

    await open(other, '/my');
    await expect(seen).toContainText('Odottaa vastaustasi');
    await expectAccessible(other);
    await open(other, await letterTo(other, second, 'Sinulle on paikka', title));
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
    await cancelBecause(other, 'Työ estää');
  });

  await someoneElse(browser, ownAccount(info, 21), async (third) => {
    const seen = third.getByRole('main');
    await open(third, '/notices');
    await seen
      .getByRole('link', { name: `Sinulle on paikka, vastaa viimeistään` })
      .filter({ hasText: title })
      .click();
    await expect(seen).toContainText('Ota paikka viimeistään');
    await seen.getByRole('button', { name: 'Luovu paikasta' }).click();
    await dialogOf(third).getByRole('button', { name: 'Luovu paikasta' }).click();
    await expect(seen).toContainText('Luovuit tarjotusta paikasta.');
    await seen.getByText('Ilmoittautumisesi vaiheet').click();
    await expect(seen.locator('lu-enrolment-history li').first()).toContainText(
      'Luovuit tarjotusta paikasta',
    );
    await expect(seen.getByRole('button', { name: 'Ilmoittaudu', exact: true })).toBeVisible();
  });
});

test('within a week: the reason that was typed outlives a lost connection, and the first in line is in and told', async ({
  browser,
  page,
  context,
}, info) => {
  const title = `Yhden paikan klinikka (${info.project.name})`;
  const id = await sessionOf(browser, 1, title, inHours(120));
  await beSignedIn(page, ownAccount(info, 13));
  await open(page, `/sessions/${id}`);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Ilmoittaudu', exact: true }).click();
  await expect(main).toContainText('Olet mukana');

  await someoneElse(browser, ownAccount(info, 15), async (waiting) => {
    const seen = waiting.getByRole('main');
    await open(waiting, `/sessions/${id}`);
    await seen.getByRole('button', { name: 'Mene jonotuslistalle' }).click();
    await expect(seen).toContainText('Olet jonossa, sija 1');
    await open(waiting, '/my');
    await expect(seen).toContainText('Jonossa, sija 1');

    let dialog = await cancelling(page);
    await dialog.getByRole('radio', { name: 'Matka ei onnistu' }).check();
    await dialog.getByRole('textbox').fill('Lautta ei kulje');
    await context.setOffline(true);
    await dialog.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
    await expect(main).toContainText('Peruutuksesi on voinut mennä perille.');
    await expectAccessible(page);
    await context.setOffline(false);
    await main.getByRole('button', { name: 'Tarkista tilanne' }).click();
    await expect(main).toContainText('Yhteys katkesi, ja peruutus jäi tekemättä');
    dialog = await cancelling(page);
    await expect(dialog.getByRole('radio', { name: 'Matka ei onnistu' })).toBeChecked();
    await expect(dialog.getByRole('textbox')).toHaveValue('Lautta ei kulje');
    await dialog.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
    await expect(main).toContainText('Ilmoittautumisesi on peruttu.');
    await main.getByText('Ilmoittautumisesi vaiheet').click();
    await expect(main.locator('lu-enrolment-history li').first()).toContainText(
      'Kerroit syyksi: Matka ei onnistu: Lautta ei kulje',
    );
    await expect(main.getByRole('button', { name: 'Mene jonotuslistalle' })).toBeVisible();

    await open(waiting, '/notices');
    await seen
      .getByRole('link', { name: `Sait paikan: ${title}` })
      .first()
      .click();
    await expect(seen).toContainText('Olet mukana');
    await seen.getByText('Ilmoittautumisesi vaiheet').click();
    await expect(seen.locator('lu-enrolment-history li').first()).toContainText(
      'Sait paikan jonosta, kun paikka vapautui',
    );
  });
});

test('a session without a date collects interest, and offers its seats when the date is set', async ({
  browser,
  page,
}, info) => {
  const year = new Date().getFullYear() + 2;
  const title = `Joskus syksyllä (${info.project.name})`;
  const id = await sessionOf(browser, 5, title, {
    meetings: [],
    planned: { year, month: 10 },
  });
  await beSignedIn(page, ownAccount(info, 17));
  await open(page, '/calendar?q=syksyllä');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: title }).click();
  await expect(main).toContainText(
    `Aikaa ei ole vielä sovittu. Suunnitelmissa lokakuu ${String(year)}.`,
  );
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Olen kiinnostunut' }).click();
  await expect(main).toContainText('Olet kiinnostunut');
  await open(page, '/my');
  await expect(main.getByRole('region', { name: 'Odottaa aikaa' })).toContainText(title);

  await someoneElse(browser, 'national1@demo.luotsi.example', async (organiser) => {
    const changed = await organiser.request.patch(`/api/sessions/${id}`, {
      data: {
        meetings: [{ start: `${String(year)}-10-05T09:00`, end: `${String(year)}-10-05T15:00` }],
      },
    });
    expect(changed.ok()).toBe(true);
  });
  await open(page, `/sessions/${id}`);
  await expect(main).toContainText('Sinulle on paikka');
  await main.getByRole('button', { name: 'Ota paikka' }).click();
  await expect(main).toContainText('Olet mukana');
});
