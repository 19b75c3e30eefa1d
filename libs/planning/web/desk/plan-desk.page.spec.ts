import { TestBed } from '@angular/core/testing';
import { Notices } from '@luotsi/platform/web';
import { planOf, preparePage, roles, showPage, trainingOf } from '../planning-fixtures';
import { PlanDeskPage } from './plan-desk.page';

const plan = planOf([trainingOf(1), trainingOf(2), trainingOf(3, { month: 9 })]);
const items = `/api/plans/${plan.id}/items`;

async function desk(held: (typeof roles)[keyof typeof roles], shown = plan) {
  await preparePage([held]);
  const page = showPage(PlanDeskPage, { id: shown.id });
  await page.answer({ [`GET /api/plans/${shown.id}`]: shown });
  return page;
}

describe('the desk of a plan', () => {
  it('lets the group’s members edit a draft and says what is missing', async () => {
    const page = await desk(roles.member);
    expect(page.text).toContain('Luonnos, 3 koulutusta.');
    expect(page.text).toContain('Puuttuu: ruotsi, englanti');
    expect(page.button('Lähetä koordinaattorille').disabled).toBe(false);
  });

  it('shows a draft to others without letting them edit', async () => {
    const page = await desk(roles.national);
    expect(page.text).toContain('Kehittämisryhmä kirjoittaa tätä suunnitelmaa.');
    expect(page.element.querySelector('form')).toBeNull();
  });

  it('adds a training once it has a title and a time', async () => {
    const page = await desk(roles.member);
    page.button('Lisää koulutus').click();
    await page.settle();
    expect(page.fixture.componentInstance.unsaved()).toBe(false);
    page.write('Paikkoja', '30');
    const form = page.element.querySelector('lu-item-form form');
    form?.dispatchEvent(new Event('submit'));
    await page.settle();
    expect(page.text).toContain('Kirjoita nimi ainakin yhdellä kielellä.');
    expect(page.text).toContain('Valitse, milloin koulutus pidetään.');
    page.write('Nimi suomeksi', 'Uusi koulutus');
    page.write('Milloin', 'q2');
    await page.settle();
    expect(page.fixture.componentInstance.unsaved()).toBe(true);
    form?.dispatchEvent(new Event('submit'));
    expect(page.sent(`POST ${items}`)).toMatchObject({
      title: { fi: 'Uusi koulutus', sv: '', en: '' },
      quarter: 2,
      month: null,
      seats: 30,
      theme: 'dg2',
    });
    await page.answer({
      [`POST ${items}`]: [201, trainingOf(4, { title: { fi: 'Uusi koulutus', sv: '', en: '' } })],
    });
    expect(page.text).toContain('Uusi koulutus');
    expect(page.fixture.componentInstance.unsaved()).toBe(false);
  });

  it('shows both versions when someone else has saved meanwhile, and keeps one’s own on request', async () => {
    const page = await desk(roles.member);
    page.button('Muokkaa: Koulutus 1').click();
    await page.settle();
    page.write('Paikkoja', '25');
    page.element.querySelector('lu-item-form form')?.dispatchEvent(new Event('submit'));
    const theirs = trainingOf(1, { version: 2, seats: 40 });
    await page.answer({
      [`PATCH ${items}`]: [
        409,
        {
          type: 'urn:luotsi:problem:changed-meanwhile',
          title: 'Joku muu muutti tätä',
          status: 409,
          current: theirs,
        },
      ],
    });
    const cells = [...page.element.querySelectorAll('lu-conflict td')].map((td) =>
      td.textContent?.trim(),
    );
    expect(cells).toEqual(['40', '25']);
    page.button('Tallenna omani sen päälle').click();
    await page.settle();
    expect(page.sent(`PATCH ${items}/${theirs.id}`)).toMatchObject({ version: 2, seats: 25 });
  });

  it('saves the goals, and shows both versions when someone else has saved theirs', async () => {
    const page = await desk(roles.member);
    page.button('Muokkaa tavoitteita').click();
    await page.settle();
    page.write('Tavoitteet ruotsiksi', 'Mål');
    await page.settle();
    expect(page.fixture.componentInstance.unsaved()).toBe(true);
    page.element.querySelector('lu-goals-form form')?.dispatchEvent(new Event('submit'));
    const theirs = { version: 2, goals: { fi: 'Toinen tavoite', sv: '', en: '' } };
    const type = 'urn:luotsi:problem:changed-meanwhile';
    await page.answer({
      [`PATCH /api/plans/${plan.id}`]: [409, { type, title: '', status: 409, current: theirs }],
    });
    expect(page.element.querySelectorAll('lu-conflict tbody tr')).toHaveLength(2);
    page.button('Ota tallennettu').click();
    await page.settle();
    expect(page.field('Tavoitteet suomeksi').value).toBe('Toinen tavoite');
    expect(page.fixture.componentInstance.unsaved()).toBe(false);
  });

  it('removes a training and brings it back to its place', async () => {
    const page = await desk(roles.member);
    page.button('Poista: Koulutus 1').click();
    await page.answer({ [`DELETE ${items}`]: [204, null as unknown as object] });
    expect(page.text).not.toContain('Koulutus 1');
    TestBed.inject(Notices).current()?.undo?.();
    await page.settle();
    const [first] = plan.items;
    expect(page.sent(`POST ${items}`)).toMatchObject({ continues: first?.lineage });
    const back = trainingOf(7, { title: { fi: 'Koulutus 1', sv: '', en: '' } });
    await page.answer({ [`POST ${items}`]: [201, back] });
    expect(page.sent(`PUT /api/plans/${plan.id}/order`)).toEqual({
      items: [back.id, plan.items[1]?.id, plan.items[2]?.id],
    });
  });

  it('puts trainings of a month in order', async () => {
    const page = await desk(roles.member);
    page.button('Siirrä aiemmaksi: Koulutus 2').click();
    await page.settle();
    const [one, two, three] = plan.items.map(({ id }) => id);
    expect(page.sent(`PUT /api/plans/${plan.id}/order`)).toEqual({ items: [two, one, three] });
    expect(() => page.button('Siirrä aiemmaksi: Koulutus 3')).toThrow();
  });

  it('submits after asking, and is read-only from then on', async () => {
    const page = await desk(roles.member);
    page.button('Lähetä koordinaattorille').click();
    await page.settle();
    await page.answer({
      [`POST /api/plans/${plan.id}/submission`]: {
        ...plan,
        state: 'submitted',
        submittedAt: '2026-11-22T08:00:00Z',
      },
    });
    expect(page.text).toContain('Lähetetty 22.11.2026. Odottaa valtakunnallista koordinaattoria');
    expect(page.element.querySelector('form')).toBeNull();
  });

  it('lets the national coordinator publish, or return with a comment', async () => {
    const submitted = planOf(plan.items, {
      state: 'submitted',
      submittedAt: '2026-11-22T08:00:00Z',
    });
    const page = await desk(roles.national, submitted);
    expect(page.button('Julkaise')).toBeDefined();
    page.button('Palauta').click();
    await page.settle();
    const form = page.element.querySelector('lu-return-form form');
    form?.dispatchEvent(new Event('submit'));
    await page.settle();
    expect(page.text).toContain('Kirjoita, mitä pitäisi muuttaa.');
    page.write('Mitä ryhmän pitäisi muuttaa?', 'Lisätkää ruotsinkielinen koulutus.');
    form?.dispatchEvent(new Event('submit'));
    expect(page.sent(`POST /api/plans/${plan.id}/return`)).toEqual({
      comment: 'Lisätkää ruotsinkielinen koulutus.',
    });
  });

  it('tells the group why its plan came back', async () => {
    const step = { at: '2026-11-22T08:00:00Z', to: 'draft', by: 'Noora', comment: 'Lisätkää.' };
    const page = await desk(roles.member, planOf([], { history: [{ ...step, to: 'draft' }] }));
    expect(page.text).toContain('Palautettu 22.11.2026');
    expect(page.text).toContain('Lisätkää.');
    expect(page.button('Lähetä koordinaattorille').disabled).toBe(true);
  });
});
