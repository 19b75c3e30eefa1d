import { expect, test } from '@playwright/test';
import {
  beSignedIn,
  choose,
  complaintsOf,
  expectAccessible,
  expectShown,
  open,
  ownAccount,
  signIn,
} from '../support';

test('the first visit opens in Finnish, with no fault in the console', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, '/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  expect(complaints).toEqual([]);
});

test('the language changes in place and is kept', async ({ page }) => {
  await open(page, '/calendar?form=online');
  const heading = page.getByRole('heading', { level: 1 });
  await choose(page, 'sv');
  await expect(heading).toHaveText('Utbildningskalender');
  await expect(page).toHaveURL(/\/calendar\?form=online$/);
  await expect(page).toHaveTitle(/Lotsen/);
  await page.reload();
  await expect(heading).toHaveText('Utbildningskalender');
  await choose(page, 'en');
  await open(page, '/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the night look is chosen in the menu and kept', async ({ page }, info) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, '/calendar');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const day = await ground();
  const bar = info.project.name === 'phone' ? 'lu-bottom-bar' : 'lu-head';
  await page.locator(`${bar} [popovertarget]`).click();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Tumma' }).check();
  await expect.poll(ground).not.toBe(day);
  const night = await ground();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Tumma' })).toBeHidden();
  await page.reload();
  await expectShown(page);
  expect(await ground()).toBe(night);
});

test('the keyboard reaches the content at once, and a new page is where the focus goes', async ({
  page,
}) => {
  await open(page, '/calendar');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Siirry sisältöön' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator(':focus').or(page.locator('main:focus'))).toHaveCount(
    1,
  );
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);

  await open(page, '/programmes/elo');
  await page.getByRole('main').getByRole('link', { name: 'Ohjaamo-toiminta' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/M2\.4/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ohjaamo-toiminta');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/Ohjaamo-toiminta/);

  // Where the focus is can be seen, also on a button of the library.
  await open(page, '/sign-in');
  await page.getByLabel('Sähköposti').focus();
  for (let turn = 0; turn < 5; turn += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator('[type=submit]:focus').count()) break;
  }
  await expect(page.locator('[type=submit]:focus')).toHaveCSS('outline-style', 'solid');
});

test('an address that leads nowhere says so and shows the way on', async ({ page }) => {
  await open(page, '/no-such-page');
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sivua ei löydy');
  await main.getByRole('link', { name: 'Avaa kalenteri' }).click();
  await expect(page).toHaveURL(/\/calendar/);
  for (const path of [
    '/sessions/0197f0aa-0000-7000-8000-000000000001',
    '/programmes/elo/units/X9',
  ]) {
    await open(page, path);
    await expect(main).toContainText(/ei löydy|ei ole/);
    await expect(main.getByRole('link').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('a sign-in that ends in the middle of work loses nothing of it', async ({ page }, info) => {
  const email = ownAccount(info, 23);
  await beSignedIn(page, email);
  await open(page, '/assessment');
  await page.getByRole('button', { name: 'Aloita itsearviointi' }).click();
  await expect(page).toHaveURL(/\/assessment\/[\w-]{30,}/);
  await expectShown(page);
  const here = page.url();
  const main = page.getByRole('main');
  await page.context().clearCookies({ name: 'luotsi.session_token' });
  const choice = main.getByRole('radio', { name: 'Kokeilen' }).first();
  await choice.check();
  await expect(main).toContainText('Kirjautumisesi on päättynyt');
  await expectAccessible(page);
  await expect(choice).toBeChecked();

  await main.getByRole('link', { name: 'Kirjaudu ja palaa tähän' }).click();
  await signIn(page, email);
  await expect(page).toHaveURL(here);
  await expect(choice).toBeChecked();
  await expect(main).toContainText('Tallennettu');
  await page.reload();
  await expect(choice).toBeChecked();
});

test('a fault of the service says what to do, and trying again helps', async ({ page }) => {
  await page.route('**/api/sessions?*', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:luotsi:problem:internal',
        title: 'Palvelussa on vika',
        status: 500,
        detail: 'Yritä hetken päästä uudelleen.',
        requestId: 'req-4711',
      }),
    }),
  );
  await page.goto('/calendar');
  const fault = page.getByRole('main').getByRole('alert');
  await expect(fault).toContainText('Palvelussa on vika');
  await expect(fault).toContainText('req-4711');
  await expectAccessible(page);
  await page.unroute('**/api/sessions?*');
  await fault.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(fault).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test('a lost connection is said, and what was typed stays', async ({ page }) => {
  await open(page, '/sign-in');
  const email = page.getByLabel('Sähköposti');
  await email.fill('counsellor1@demo.luotsi.example');
  await page.getByLabel('Salasana', { exact: true }).fill('mistyped');
  await page.context().setOffline(true);
  await page.getByRole('main').getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Yhteys katkesi');
  await expect(page.getByText('Yhteys on poikki.')).toBeVisible();
  await expect(email).toHaveValue('counsellor1@demo.luotsi.example');
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(page.getByText('Yhteys on poikki.')).toHaveCount(0);
});

test('a page that cannot be fetched says so, and opens when it is loaded again', async ({
  page,
}) => {
  await open(page, '/regions');
  await page.route(/\.js$/, (route) => route.abort());
  await page.locator('a[href="/assessment"]').filter({ visible: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sivu ei auennut');
  await expectAccessible(page);
  await page.unroute(/\.js$/);
  await page.getByRole('link', { name: 'Lataa uudelleen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Arvioi omaa osaamistasi');
});

test('the calendar page needs at most 170 kB of script before it is usable', async ({ page }) => {
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('lu-session-line')) return;
      performance.mark('usable');
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await open(page, '/calendar');
  await expect(page.locator('lu-session-line').first()).toBeVisible();
  // What is fetched when the page has nothing better to do is not waited for.
  const bytes = await page.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0]?.startTime ?? Infinity;
    return performance
      .getEntriesByType('resource')
      .filter((it): it is PerformanceResourceTiming => it instanceof PerformanceResourceTiming)
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime <= usable)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  });
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(170_000);
});
