import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { noFilters } from './agenda/agenda-filters';
import { MonthGrid } from './agenda/month-grid';
import { EnrolButton } from './enrolment/enrol-button';
import { answer, dayIn, idOf, pageProviders, session, signInAs } from './fixtures';
import { SessionList } from './session-list';

describe('the pieces that other pages show', () => {
  let api: HttpTestingController;
  let fixture: ComponentFixture<unknown>;

  async function show(
    piece: new () => object,
    inputs: Record<string, unknown>,
    role?: 'counsellor',
  ) {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, role ?? null);
    fixture = TestBed.createComponent(piece);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  async function settle() {
    for (let turn = 0; turn < 3; turn++) {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    fixture.detectChanges();
  }

  it('list the next sessions of a region, and lead to all of them', async () => {
    const list = await show(SessionList, { region: '19', limit: 2 });
    const [request] = api.match(({ url }) => url.startsWith('/api/sessions?'));
    expect(request?.request.url).toBe('/api/sessions?region=19&limit=2');
    request?.flush({ items: [session(1, dayIn(3)), session(2, dayIn(9))], nextCursor: 'next' });
    await settle();
    expect(list.querySelectorAll('li')).toHaveLength(2);
    expect(list.querySelector('.all a')?.getAttribute('href')).toBe('/calendar?region=19');
  });

  it('say so when there are none, and lead to the whole calendar', async () => {
    const list = await show(SessionList, { group: idOf(7) });
    answer(api, '/api/sessions?', { items: [], nextCursor: null });
    await settle();
    expect(list.querySelector('h2')?.textContent).toBe('Ei tulevia koulutuksia juuri nyt');
    expect(list.querySelector('.all a')?.getAttribute('href')).toBe('/calendar');
  });

  it('enrol by the id of a session alone', async () => {
    const piece = await show(EnrolButton, { sessionId: idOf(1) }, 'counsellor');
    api.expectOne(`/api/sessions/${idOf(1)}`).flush(session(1, dayIn(3)));
    const own = api.expectOne(`/api/sessions/${idOf(1)}/enrolment`);
    own.flush({ status: 'none', overlaps: [], history: [] });
    await settle();
    const button = piece.querySelector<HTMLButtonElement>('button');
    expect(button?.textContent.replace(/\s+/g, ' ').trim()).toBe('Ilmoittaudu (Koulutus 1)');
    button?.click();
    await settle();
    api
      .expectOne(({ method }) => method === 'POST')
      .flush({ status: 'confirmed' }, { status: 201, statusText: 'Created' });
    await settle();
    expect(piece.querySelector('lu-status')?.textContent).toContain('Olet mukana');
    expect(piece.querySelector('.said')?.textContent.trim()).toBe('Paikka on sinun.');
  });

  it('show a month whose days are reached by arrows, and chosen where there is something', async () => {
    const grid = await show(MonthGrid, { filters: { ...noFilters, from: '2027-03-01' } });
    const [request] = api.match(({ url }) => url.startsWith('/api/sessions?'));
    expect(new URL(request?.request.url ?? '', 'http://luotsi').searchParams.get('to')).toBe(
      '2027-03-31T21:00:00.000Z',
    );
    request?.flush({ items: [session(1, '2027-03-09')], nextCursor: null });
    await settle();
    const chosen: string[] = [];
    (fixture.componentInstance as MonthGrid).chosen.subscribe((date) => chosen.push(date));
    const current = () => grid.querySelector<HTMLButtonElement>('[tabindex="0"]');
    const press = async (key: string) => {
      current()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settle();
    };
    expect(current()?.getAttribute('aria-label')).toBe(
      'maanantai 1. maaliskuuta 2027, 0 koulutusta',
    );
    current()?.click();
    await press('ArrowDown');
    await press('ArrowRight');
    expect(current()?.getAttribute('aria-label')).toBe('tiistai 9. maaliskuuta 2027, 1 koulutus');
    current()?.click();
    expect(chosen).toEqual(['2027-03-09']);
    await press('PageDown');
    expect(grid.querySelector('h2')?.textContent).toBe('Huhtikuu 2027');
  });
});
