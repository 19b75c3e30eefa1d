import { expect, test } from '@playwright/test';
import { expectShown, open } from '../support';

test('a region’s page leads to its sessions, its group and on to the calendar', async ({
  page,
}) => {
  await open(page, '/regions');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Lappi', exact: true }).click();
  await expect(page).toHaveURL(/\/regions\/19$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lappi');
  await expectShown(page);
  const session = main.locator('lu-place-slot').getByRole('link').first();
  await expect(session).toHaveAttribute('href', /\/sessions\//);
  const title = await session.innerText();
  await session.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await main.getByRole('link', { name: 'Näytä kaikki kalenterissa' }).click();
  await expect(page).toHaveURL(/\/calendar\?region=19/);
  await expectShown(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a development group’s page leads to its plan and its sessions', async ({ page }) => {
  await open(page, '/plans/2027');
  const group = page.getByRole('main').locator('article a[href^="/groups/"]').first();
  const name = await group.innerText();
  await group.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const plan = page.getByRole('main').getByRole('link', { name: /2027/ }).first();
  await expect(plan).toBeVisible();
  await plan.click();
  await expect(page).toHaveURL(/\/plans\/2027/);
});
