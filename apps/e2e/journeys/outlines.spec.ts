import { expect, test } from '@playwright/test';
import { address, beSignedIn, open } from '../support';

test('an outline becomes a session with its times', async ({ page }, info) => {
  await beSignedIn(page, address('developer1'));
  await open(page, '/outlines');
  await page.getByRole('link', { name: /ELOPELTO/ }).click();
  await page.getByRole('button', { name: 'Aloita tilaisuus' }).click();
  await page.getByLabel('Päivä').fill(info.project.name === 'phone' ? '2056-03-07' : '2056-03-08');
  await page.getByLabel('Alkaa klo').fill('09:00');
  await expect(page.locator('lu-start-session')).toContainText('klo 9.00–11.45');
  await page.getByRole('button', { name: 'Luo luonnos' }).click();
  await expect(page).toHaveURL(/\/organise\/sessions\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'Ohjelmarunko', exact: true }).click();
  await expect(page.locator('main')).toContainText('Runko ei ole muuttunut sen jälkeen.');
});
