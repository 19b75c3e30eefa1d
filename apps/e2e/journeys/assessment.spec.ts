import { expect, test, type Page } from '@playwright/test';
import { beSignedIn, expectAccessible, expectShown, open, ownAccount, read } from '../support';

const SCALE = ['ArrowRight', 'ArrowRight'] as const;

/** Answers every statement of the competence that is shown. */
async function answerAll(page: Page, step: string): Promise<void> {
  const choices = page.getByRole('main').getByRole('radio', { name: step });
  await expect(choices).toHaveCount(6);
  for (const choice of await choices.all()) await choice.check();
}

/** Answers every statement of the competence that is shown, and goes on, without a pointer. */
async function answerByKeyboard(page: Page): Promise<void> {
  const statements = page.getByRole('group').filter({ has: page.getByRole('radio') });
  await expect(statements).toHaveCount(6);
  for (let at = 0; at < 6; at += 1) {
    // Tab comes to the first choice of the statement, the arrows go along the scale.
    const radios = statements.nth(at).getByRole('radio');
    await tabTo(page, radios.first());
    for (const key of SCALE) await page.keyboard.press(key);
    await expect(radios.nth(2)).toBeChecked();
  }
  await tabTo(page, page.getByRole('link', { name: 'Seuraava osaaminen' }));
  await page.keyboard.press('Enter');
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

test('a counsellor assesses oneself, loses the connection on the way, and enrols from the report', async ({
  page,
}, info) => {
  await beSignedIn(page, ownAccount(info, 21));
  // On some days the demonstration has given them a seat at the time of what the report proposes.
  const seats = await read<{ items: { session: { id: string; status: string } }[] }>(
    page,
    '/api/me/enrolments',
  );
  for (const { session } of seats.items)
    if (session.status === 'published')
      await page.request.delete(`/api/sessions/${session.id}/enrolment`);
  await open(page, '/assessment');
  const main = page.getByRole('main');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Aloita itsearviointi' }).click();
  await expect(page).toHaveURL(/\/assessment\/[\w-]{30,}/);
  await expectShown(page);
  const id = /assessment\/([\w-]+)/.exec(page.url())?.[1] ?? '';

  await answerByKeyboard(page);
  await expect(main).toContainText('Osaaminen 2/6');
  await expectAccessible(page);

  await page.context().setOffline(true);
  await answerAll(page, 'Kokeilen');
  await expect(main).toContainText('vastauksesi ovat tallessa tässä laitteessa');
  await page.context().setOffline(false);
  await expect(main).toContainText('Tallennettu', { timeout: 20_000 });
  const kept = (await (await page.request.get(`/api/assessments/${id}`)).json()) as {
    answered: number;
  };
  expect(kept.answered).toBe(12);
  await page.reload();
  await expect(main).toContainText('Osaaminen 2/6');

  for (let place = 3; place <= 6; place += 1) {
    await page.getByRole('link', { name: 'Seuraava osaaminen' }).click();
    await expect(main).toContainText(`Osaaminen ${String(place)}/6`);
    await answerAll(page, place % 2 === 0 ? 'Hallitsen' : 'Kokeilen');
  }
  await main.getByRole('combobox', { name: 'Tavoitteeni' }).first().selectOption('5');
  await page.getByRole('link', { name: 'Viimeistele', exact: true }).click();
  await expect(main).toContainText('Vastasit kaikkiin väittämiin.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Viimeistele ja katso raportti' }).click();

  await expect(page).toHaveURL(/\/report/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Osaamisesi');
  await expect(main).toContainText('Eniten kasvunvaraa');
  await expect(page.getByRole('img', { name: /Tutkakaavio/ })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(7);
  await expect(main.getByRole('heading', { name: 'Mitä seuraavaksi' })).toBeVisible();
  await expectAccessible(page);

  const next = main.locator('lu-next-session').first();
  const title = await next.getByRole('link').innerText();
  await next.scrollIntoViewIfNeeded();
  await next.getByRole('button', { name: /^Ilmoittaudu/ }).click();
  await expect(next).toContainText('Olet mukana');
  await expectAccessible(page);
  await open(page, '/my');
  await expect(main).toContainText(title);
});
