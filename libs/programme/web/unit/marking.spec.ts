import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Connection, Notices } from '@luotsi/platform/web';
import { answer, programme, progressWith, readingOf, setUp, show, signIn, unitB } from '../testing';
import { UnitPage } from './unit.page';

const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const markOf = (unit: string) => `/api/me/progress/${readingOf(unit)}`;

async function page(done: readonly string[] = [], unit: unknown = unitB) {
  const shown = await show(
    UnitPage,
    { programmeId: 'elo', unitId: 'b' },
    {
      '/units/b': unit,
      '/me/progress': progressWith(done),
      '/programmes/elo': programme,
      '/visit': null,
    },
  );
  const button = (name: string) =>
    [...shown.querySelectorAll('button')].find((one) => words(one) === name);
  return { shown, button, http: TestBed.inject(HttpTestingController) };
}

describe('marking a unit read', () => {
  beforeEach(setUp);
  const lose = { status: 0, statusText: 'lost' };

  it('shows at once, before the service has answered, and leads on', async () => {
    await signIn('counsellor');
    const { shown, button, http } = await page(['a']);
    button('Merkitse luetuksi')?.click();
    TestBed.tick();
    expect(words(shown.querySelector('lu-what-next'))).toContain('Tämä osio on takana');
    expect(TestBed.inject(Notices).current()?.text).toBe('Merkitty luetuksi. Luettu 2/4.');
    const request = http.expectOne(markOf('b'));
    expect(request.request.method).toBe('PUT');
    expect(request.request.body).toEqual({ done: true });
    request.flush(progressWith(['a', 'b']));
    await answer({});
    expect(words(shown.querySelector('lu-what-next'))).toContain('Luettu 11.3.2027');
    expect(shown.querySelector('lu-what-next a')?.getAttribute('href')).toBe(
      '/programmes/elo/units/c',
    );
  });

  it('is taken back by the same button, or by undo', async () => {
    await signIn('counsellor');
    const { button, http } = await page(['b']);
    button('Poista merkintä')?.click();
    await answer({});
    const request = http.expectOne(markOf('b'));
    expect(request.request.body).toEqual({ done: false });
    request.flush(progressWith([]));
    await answer({});
    expect(button('Merkitse luetuksi')).toBeDefined();
    TestBed.inject(Notices).current()?.undo?.();
    await answer({});
    expect(http.expectOne(markOf('b')).request.body).toEqual({ done: true });
  });

  it('sends the last wish when the button is pressed again meanwhile', async () => {
    await signIn('counsellor');
    const { button, http } = await page();
    button('Merkitse luetuksi')?.click();
    TestBed.tick();
    button('Poista merkintä')?.click();
    TestBed.tick();
    http.expectOne(markOf('b')).flush(progressWith(['b']));
    await answer({});
    const second = http.expectOne(markOf('b'));
    expect(second.request.body).toEqual({ done: false });
    second.flush(progressWith([]));
    await answer({});
    expect(button('Merkitse luetuksi')).toBeDefined();
    http.expectNone(markOf('b'));
  });

  it('is kept and said so when the connection is lost, and sent when it is back', async () => {
    await signIn('counsellor');
    const { shown, button, http } = await page();
    button('Merkitse luetuksi')?.click();
    TestBed.tick();
    http.expectOne(markOf('b')).error(new ProgressEvent('error'), lose);
    await answer({});
    expect(words(shown)).toContain('Merkintäsi on tallessa tässä selaimessa');
    expect(words(shown)).toContain('Tämä osio on takana');
    expect(JSON.stringify({ ...localStorage })).toContain(readingOf('b'));

    TestBed.inject(Connection).note(200);
    await answer({});
    http.expectOne(markOf('b')).flush(progressWith(['b']));
    await answer({});
    expect(words(shown)).not.toContain('tallessa tässä selaimessa');
    expect(localStorage).toHaveLength(0);
  });

  it('is sent by the next page when this one was closed before the connection was back', async () => {
    await signIn('counsellor');
    const { button, http } = await page();
    button('Merkitse luetuksi')?.click();
    TestBed.tick();
    http.expectOne(markOf('b')).error(new ProgressEvent('error'), lose);
    await answer({});
    const kept = { ...localStorage };
    TestBed.resetTestingModule();

    const anew = await setUp();
    for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, String(value));
    await signIn('counsellor');
    const { shown } = await page();
    expect(words(shown)).toContain('Tämä osio on takana');
    expect(anew.expectOne(markOf('b')).request.body).toEqual({ done: true });
  });

  it('says why it was refused, and shows what is true', async () => {
    await signIn('counsellor');
    const { shown, button, http } = await page();
    button('Merkitse luetuksi')?.click();
    TestBed.tick();
    const problem = {
      type: 'urn:luotsi:problem:activity-not-self-marked',
      title: 'Tätä ei merkitä tehdyksi itse',
      status: 409,
      detail: 'Mitään ei muutettu.',
    };
    http.expectOne(markOf('b')).flush(problem, { status: 409, statusText: 'Conflict' });
    await answer({});
    expect(words(shown)).toContain('Tätä ei merkitä tehdyksi itse');
    expect(button('Merkitse luetuksi')).toBeDefined();
    expect(localStorage).toHaveLength(0);
  });
});
