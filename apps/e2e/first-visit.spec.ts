import { expect, test } from '@playwright/test';

test('the first visit opens in Finnish, with no fault in the console', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const signedOut = message.text().includes('401') && message.location().url.endsWith('/api/me');
    if (message.type() === 'error' && !signedOut) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});
