import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import {
  beSignedIn,
  dialogOf,
  expectAccessible,
  expectShown,
  open,
  ownAccount,
  sessionOf,
  signIn,
} from '../support';

test('a visitor finds a session by a word in another form, and goes back to what was found', async ({
  page,
}) => {
  await open(page, '/calendar');
  await page.getByRole('searchbox').fill('kuulutus');
  await expect(page).toHaveURL(/q=kuulutus/);
  const found = page.getByRole('main').getByRole('link', { name: /kuulutukset/i });
  await expect(found.first()).toBeVisible();

  const form = page.getByRole('combobox', { name: 'Muoto' });
  if (!(await form.isVisible())) await page.getByRole('button', { name: /^Rajaa/ }).click();
  await form.selectOption('online');
  await expect(page).toHaveURL(/form=online/);
  await form.selectOption('');
  await expect(page).not.toHaveURL(/form=/);

  await found.first().click();
  await expect(page).toHaveURL(/\/sessions\//);
  await expectShown(page);
  await page.goBack();
  await expect(page).toHaveURL(/q=kuulutus/);
  await expect(page.getByRole('searchbox')).toHaveValue('kuulutus');
  await expect(found.first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('kuulutus');
  await expect(found.first()).toBeVisible();
});

test('a counsellor enrols with sign-in on the way, has it in the subscribed calendar, and cancels', async ({
  browser,
  page,
}, info) => {
  const title = `Ohjauksen aamukahvit (${info.project.name})`;
  const id = await sessionOf(browser, 12, title);
  await open(page, `/calendar?q=${encodeURIComponent(title)}`);
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.getByRole('link', { name: 'Kirjaudu ja ilmoittaudu' }).click();
  await signIn(page, ownAccount(info, 11));
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}`));
  const main = page.getByRole('main');
  await expect(main).toContainText('Olet mukana');
  await expectAccessible(page);

  await open(page, '/my');
  await expect(main).toContainText(title);
  await main.getByRole('button', { name: 'Tilaa kalenteriin' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('textbox', { name: 'Osoite' })).toBeVisible();
  await expectAccessible(page);
  const feed = await dialog.getByRole('textbox', { name: 'Osoite' }).inputValue();
  expect(await statusIn(feed)).toBe('CONFIRMED');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await open(page, `/sessions/${id}`);
  await main.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await dialogOf(page).getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await expect(main.getByRole('button', { name: 'Ilmoittaudu', exact: true })).toBeVisible();
  expect(await statusIn(feed)).toBe('CANCELLED');

  /** The event's status in the feed, as a calendar program reads it. */
  async function statusIn(address: string): Promise<unknown> {
    const text = await (await page.request.get(new URL(address).pathname)).text();
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    const event = calendar
      .getAllSubcomponents('vevent')
      .find((one) => String(one.getFirstPropertyValue('url')).endsWith(id));
    return event?.getFirstPropertyValue('status');
  }
});

test('a button pressed twice is one enrolment', async ({ browser, page }, info) => {
  const id = await sessionOf(browser, 3, `Kahdesti painettu (${info.project.name})`);
  await beSignedIn(page, ownAccount(info, 25));
  await open(page, `/sessions/${id}`);
  await page.getByRole('button', { name: 'Ilmoittaudu', exact: true }).dblclick();
  await expect(page.getByRole('main')).toContainText('Olet mukana');
  await expect(page.getByRole('dialog').filter({ visible: true })).toHaveCount(0);
  const session = (await (await page.request.get(`/api/sessions/${id}`)).json()) as {
    confirmedCount: number;
  };
  expect(session.confirmedCount).toBe(1);
});
