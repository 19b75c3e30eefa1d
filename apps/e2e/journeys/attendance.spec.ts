import { expect, test } from '@playwright/test';
import {
  address,
  beSignedIn,
  expectAccessible,
  open,
  ownAccount,
  sessionOf,
  signIn,
  someoneElse,
  soon,
} from '../support';

test('a code on the screen is entered on a phone, and the count on the screen goes up', async ({
  browser,
  page,
}, info) => {
  const id = await sessionOf(browser, 20, `Koodilla paikalle (${info.project.name})`, soon());
  const account = ownAccount(info, 9);
  await someoneElse(browser, account, async (before) => {
    const enrolled = await before.request.post(`/api/sessions/${id}/enrolment`);
    expect(enrolled.status()).toBe(201);
  });

  await someoneElse(browser, address('national1'), async (screen) => {
    await open(screen, `/organise/sessions/${id}/attendance`);
    await expect(screen.getByRole('main')).toContainText('0/1 paikalla');
    await screen.getByRole('link', { name: 'Näytä koodi' }).click();
    const count = screen.locator('.count');
    await expect(count).toHaveText('0/1 paikalla');
    const shown = await screen.getByText(/^Läsnäolokoodi \d{6}$/).textContent();
    const code = /\d{6}/.exec(shown ?? '')?.[0] ?? '';

    // Who scans it without being signed in comes back with the code.
    await page.goto(`/sessions/${id}/attend?code=${code}`);
    await signIn(page, account);
    await expect(page.getByRole('main')).toContainText('Olet paikalla.');
    await expectAccessible(page);
    await expect(count).toHaveText('1/1 paikalla');

    // A slip of the thumb is put right with another.
    await screen.getByRole('link', { name: 'Läsnäololistaan' }).click();
    const line = screen.locator('button.person');
    await expect(line).toContainText('paikalla, koodilla');
    await line.click();
    await expect(line).toContainText('ei paikalla');
    await line.click();
    await expect(screen.getByRole('main')).toContainText('1/1 paikalla');
    const sheet = await screen.request.get(`/api/sessions/${id}/sign-in-sheet.pdf`);
    expect(sheet.headers()['content-type']).toBe('application/pdf');
  });
});

test('marks made without a connection are kept on the phone and sent when it is back', async ({
  browser,
  page,
  context,
}, info) => {
  const id = await sessionOf(browser, 20, `Ilman yhteyttä (${info.project.name})`, soon());
  await someoneElse(browser, ownAccount(info, 9), async (before) => {
    await before.request.post(`/api/sessions/${id}/enrolment`);
  });
  await beSignedIn(page, address('national1'));
  await open(page, `/organise/sessions/${id}/attendance`);
  const main = page.getByRole('main');
  await expect(main).toContainText('0/1 paikalla');
  await context.setOffline(true);
  await page.locator('button.person').click();
  await expect(main).toContainText('1/1 paikalla');
  await expect(main).toContainText('Yksi merkintä odottaa yhteyttä');
  await context.setOffline(false);
  await expect(main).not.toContainText('odottaa yhteyttä');
  await page.reload();
  await expect(main).toContainText('1/1 paikalla');
});
