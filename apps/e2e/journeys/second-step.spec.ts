import { expect, test, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import {
  beSignedIn,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  open,
  ownAccount,
  PASSWORD,
} from '../support';

/** A device with a lock, as the browser would find it: it keeps passkeys and unlocks by itself. */
async function deviceWithLock(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    lock: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    remove: () => session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}

/** What the app on a phone shows at a time, ms, for a secret that was typed into it. */
const shownByPhone = (secret: string, timestamp = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
const dialog = (page: Page) => page.locator('lu-ask dialog');
const signOut = (page: Page) => page.request.post('/api/auth/sign-out');

async function toPassword(page: Page, email: string): Promise<void> {
  await open(page, '/sign-in?returnTo=/my');
  await page.getByLabel('Sähköposti').fill(email);
  await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Kirjaudu', exact: true }).click();
}

test('a phone is set up, signs in with a code, and a recovery code stands in for it', async ({
  page,
}, info) => {
  const complaints = complaintsOf(page);
  const email = ownAccount(info, 37);
  await beSignedIn(page, email);
  await open(page, '/account/security');
  await page.getByRole('button', { name: 'Ota kertakäyttökoodit käyttöön' }).click();
  await dialog(page).getByLabel('Salasanasi').fill(PASSWORD);
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Ota kertakäyttökoodit käyttöön' }).click();
  await expect(page.locator('lu-qr-code svg')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  const first = shownByPhone(secret);
  await page.getByLabel('Koodi sovelluksesta').fill(first);
  await page.getByRole('button', { name: 'Ota käyttöön', exact: true }).click();
  const codes = page.locator('lu-recovery-codes code');
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const recovery = await codes.first().innerText();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lataa tiedostona' }).click();
  expect((await download).suggestedFilename()).toBe('luotsi-palautuskoodit.txt');
  await page.getByRole('button', { name: 'Olen tallentanut koodit' }).click();
  await expect(page.getByText('Palautuskoodeja on jäljellä 10.')).toBeVisible();

  await signOut(page);
  await toPassword(page, email);
  await expect(page).toHaveURL(/\/sign-in\/second-step/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Koodi sovelluksesta').fill(first);
  await expect(page.getByRole('alert')).toContainText('Koodi ei kelpaa');
  await page.getByLabel('Koodi sovelluksesta').fill(shownByPhone(secret, Date.now() + 30_000));
  await page.getByRole('button', { name: 'Vahvista', exact: true }).click();
  await expect(page).toHaveURL(/\/my$/);

  await signOut(page);
  await toPassword(page, email);
  await page.getByRole('button', { name: 'Käytä palautuskoodia' }).click();
  await page.getByLabel('Palautuskoodi').fill(recovery.toLowerCase());
  await page.getByRole('button', { name: 'Vahvista', exact: true }).click();
  await expect(page).toHaveURL(/\/my$/);
  await open(page, '/account/security');
  await expect(page.getByText('Palautuskoodeja on jäljellä 9.')).toBeVisible();
  expect(complaints.filter((words) => !/422|401/.test(words))).toEqual([]);
});

test('a passkey is added and signs in without e-mail or password, when the device is unlocked', async ({
  page,
}, info) => {
  const device = await deviceWithLock(page);
  await beSignedIn(page, ownAccount(info, 39));
  await open(page, '/account/security');
  await page.getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await dialog(page).getByLabel('Nimi').fill('Työkone');
  await dialog(page).getByLabel('Salasanasi').fill(PASSWORD);
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await expect(page.locator('lu-passkeys li')).toContainText('Työkone');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await signOut(page);
  await device.lock(false);
  await open(page, '/sign-in?returnTo=/my');
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page.getByRole('alert')).toContainText('Pääsyavainta ei käytetty');
  await device.lock(true);
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page).toHaveURL(/\/my$/);

  await open(page, '/account/security');
  await page.getByRole('button', { name: 'Poista pääsyavain Työkone' }).click();
  await dialog(page).getByLabel('Salasanasi').fill(PASSWORD);
  await dialog(page).getByRole('button', { name: 'Poista', exact: true }).click();
  await expect(page.getByText('Sinulla ei ole vielä pääsyavainta.')).toBeVisible();
  await signOut(page);
  await open(page, '/sign-in');
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page.getByRole('alert')).toContainText('Pääsyavain ei ole enää käytössä');
});
