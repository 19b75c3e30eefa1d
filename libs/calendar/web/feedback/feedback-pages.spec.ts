import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AfterSession, FeedbackFigures } from '@luotsi/calendar/model';
import { Language, OwnStorage, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { organised } from '../attendance/fixtures';
import { dayIn, idOf, session, signInAs } from '../fixtures';
import { AfterSession as AfterSessionPiece } from './after-session';
import { FeedbackRequests } from './feedback-requests';
import { feedbackRoutes, giveFeedbackRoutes } from './routes';
import { feedbackTexts } from './texts';

const ID = idOf(1);
const open: AfterSession = { feedback: 'open', until: '2027-03-30T10:00:00Z', certificate: null };

function providers() {
  return [
    provideLanguage(),
    provideApiClient(),
    provideHttpClientTesting(),
    provideRouter(
      [
        { path: 'sessions/:id/feedback', children: giveFeedbackRoutes },
        ...feedbackRoutes,
        { path: '**', children: [] },
      ],
      withComponentInputBinding(),
    ),
  ];
}

const wait = () => new Promise((resolve) => setTimeout(resolve));
const said = (element: HTMLElement) => element.textContent.replace(/\s+/g, ' ');

describe('giving feedback', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  beforeEach(() => localStorage.clear());

  async function start() {
    TestBed.configureTestingModule({ providers: providers() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'counsellor');
    harness = await RouterTestingHarness.create();
  }
  async function visit(after: AfterSession = open) {
    await harness.navigateByUrl(`/sessions/${ID}/feedback`);
    page = harness.routeNativeElement as HTMLElement;
    await settle();
    api.expectOne(`/api/sessions/${ID}`).flush(session(1, dayIn(-1)));
    api.expectOne(`/api/sessions/${ID}/afterwards`).flush(after);
    await settle();
  }
  async function settle() {
    harness.detectChanges();
    await wait();
    harness.detectChanges();
  }
  async function choose(...points: number[]) {
    const scales = [...page.querySelectorAll('lu-rating-field')];
    for (const [at, point] of points.entries())
      scales[at]?.querySelector<HTMLInputElement>(`input[value="${String(point)}"]`)?.click();
    await settle();
  }
  async function recommend() {
    page.querySelector<HTMLInputElement>('lu-recommend-field input')?.click();
    await settle();
  }
  async function write(text: string) {
    const area = page.querySelector('textarea') as HTMLTextAreaElement;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await settle();
  }
  async function send() {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const post = () => api.expectOne({ method: 'POST', url: `/api/sessions/${ID}/feedback` });

  it('is four touches, a text if one likes, and thanks', async () => {
    await start();
    await visit();
    expect(page.querySelector('h1')?.textContent).toBe('Millainen koulutus oli?');
    expect(said(page)).toContain('Järjestäjä ei näe, mikä vastaus on sinun.');
    await choose(5, 4, 3);
    await recommend();
    await write('Rauhallinen tahti');
    await send();
    const sent = post();
    expect(sent.request.body).toEqual({
      ...{ whole: 5, content: 4, usefulness: 3, recommend: true },
      ...{ good: 'Rauhallinen tahti', better: '' },
    });
    sent.flush(null, { status: 204, statusText: '' });
    await settle();
    expect(page.querySelector('h1')?.textContent).toBe('Kiitos, palautteesi on perillä.');
    expect(page.querySelector('form')).toBeNull();
    expect(TestBed.inject(OwnStorage).read(idOf(9), `feedback/${ID}`)).toBeUndefined();
  });

  it('says what is missing, leads there, and sends nothing', async () => {
    await start();
    await visit();
    await choose(5);
    await send();
    api.expectNone({ method: 'POST', url: `/api/sessions/${ID}/feedback` });
    expect(said(page)).toContain('3 kohtaa on vielä ilman vastausta.');
    expect(document.activeElement?.closest('lu-rating-field')).toBe(
      page.querySelectorAll('lu-rating-field')[1],
    );
  });

  it('keeps what was typed over a lost connection and a page opened anew', async () => {
    await start();
    await visit();
    await choose(5, 4, 3);
    await recommend();
    await write('Hyvä ryhmä');
    await send();
    post().error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect(page.querySelector('textarea')?.value).toBe('Hyvä ryhmä');
    await harness.navigateByUrl('/elsewhere');
    await visit();
    expect(page.querySelector('textarea')?.value).toBe('Hyvä ryhmä');
    expect(page.querySelectorAll('input:checked')).toHaveLength(4);
    await send();
    // It had got through after all.
    post().flush(
      { type: 'urn:luotsi:problem:feedback-given', title: 'Jo perillä', status: 409 },
      { status: 409, statusText: '' },
    );
    await settle();
    expect(page.querySelector('h1')?.textContent).toBe('Palautteesi on jo perillä.');
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it.each([
    ['given', 'Palautteesi on jo perillä.'],
    ['closed', 'Palautteen aika on päättynyt.'],
    ['none', 'Palautetta kysytään mukana olleilta koulutuksen jälkeen.'],
  ] as const)('has no form when it is %s', async (feedback, heading) => {
    await start();
    await visit({ ...open, feedback, until: null });
    expect(page.querySelector('h1')?.textContent).toBe(heading);
    expect(page.querySelector('form')).toBeNull();
  });
});

describe('what came in', () => {
  const figures: FeedbackFigures = {
    ...{ asked: 12, answers: 7, shown: 5, step: 5, until: '2127-03-30T10:00:00Z' },
    figures: {
      whole: { average: 4.2, counts: [0, 0, 1, 2, 2] },
      content: { average: 4, counts: [0, 0, 1, 3, 1] },
      usefulness: { average: 3.8, counts: [0, 1, 0, 3, 1] },
      recommend: { yes: 4, no: 1 },
    },
    good: ['Ryhmä'],
    better: [],
  };

  async function show(given: FeedbackFigures): Promise<HTMLElement> {
    TestBed.configureTestingModule({ providers: providers() });
    const api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'nationalCoordinator');
    const harness = await RouterTestingHarness.create(`/organise/sessions/${ID}/feedback`);
    const settle = async () => {
      harness.detectChanges();
      await wait();
      harness.detectChanges();
    };
    await settle();
    api.expectOne(`/api/organised-sessions/${ID}`).flush({ ...organised(9_999), status: 'held' });
    await settle();
    api.expectOne(`/api/sessions/${ID}/feedback`).flush(given);
    await settle();
    return harness.routeNativeElement as HTMLElement;
  }

  it('is bars and the same as a table, of whole fives, with texts apart', async () => {
    const page = await show(figures);
    expect(said(page)).toContain(
      '7 vastausta 12 pyydetystä. Luvut ovat ensimmäisistä 5 vastauksesta. Vastata voi 30.3.2127 asti.',
    );
    const shares = [...page.querySelectorAll('lu-rating-bars:first-of-type .share')];
    expect(shares.map((bar) => bar.getAttribute('width'))).toEqual(['40', '40', '20', '0', '0']);
    const cells = [...page.querySelectorAll('tbody tr:first-child > *')];
    expect(cells.map((cell) => cell.textContent.trim())).toEqual([
      'Koulutus kokonaisuutena',
      ...'0 0 1 2 2 4,2'.split(' '),
    ]);
    expect(said(page)).toContain('4 suosittelee · 1 ei suosittele');
    expect(said(page)).toContain('Ryhmä');
    expect(said(page)).toContain('Kukaan osallistujista ei ole vielä kirjoittanut tähän.');
    expect(said(page)).toContain('Hyöty osallistujien työssä');
    expect(said(page)).not.toContain('työssäsi');
  });

  it('is a count alone below five', async () => {
    const few = { ...figures, answers: 3, shown: 0, figures: null, good: [] };
    const page = await show(few);
    expect(said(page)).toContain('3/5: luvut näkyvät, kun vastauksia on vähintään 5.');
    expect(page.querySelector('table')).toBeNull();
  });

  it('is nothing before the session is over', async () => {
    const page = await show({ ...figures, answers: 0, shown: 0, figures: null, until: null });
    expect(said(page)).toContain('Palautetta kysytään, kun koulutus on pidetty.');
  });
});

describe('what a session leaves one with', () => {
  it('is a certificate to download and the question how it was', async () => {
    TestBed.configureTestingModule({ providers: providers() });
    const api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'counsellor');
    await TestBed.inject(Language).load(feedbackTexts);
    const fixture = TestBed.createComponent(AfterSessionPiece);
    fixture.componentRef.setInput('sessionId', ID);
    fixture.detectChanges();
    await wait();
    api
      .expectOne(`/api/sessions/${ID}/afterwards`)
      .flush({ ...open, certificate: { id: idOf(5), code: 'x' } });
    await wait();
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
      `/api/me/credentials/${idOf(5)}/certificate.pdf?lang=fi`,
    );
    expect(element.querySelector(`a[href="/sessions/${ID}/feedback"]`)).not.toBeNull();
  });

  it('stands on one’s own page until it is answered', async () => {
    TestBed.configureTestingModule({ providers: providers() });
    const api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'counsellor');
    await TestBed.inject(Language).load(feedbackTexts);
    const fixture = TestBed.createComponent(FeedbackRequests);
    fixture.detectChanges();
    await wait();
    const title = { fi: 'Kuulutukset', sv: '', en: '' };
    const times = { ended: '2027-03-01T10:00:00Z', until: '2027-03-31T10:00:00Z' };
    api.expectOne('/api/me/feedback').flush({ items: [{ sessionId: ID, title, ...times }] });
    await wait();
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    expect(said(element)).toContain('Vastaa viimeistään 31.3.2027.');
    expect(element.querySelector('a[href="/credentials"]')).not.toBeNull();
  });
});
