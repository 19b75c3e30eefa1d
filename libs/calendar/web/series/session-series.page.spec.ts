import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SeriesSession } from '@luotsi/calendar/model';
import { Confirm, Language } from '@luotsi/platform/web';
import { organised } from '../editor/fixtures';
import { answer, idOf, pageProviders, signInAs } from '../fixtures';
import { organiseTexts } from '../organise/texts';
import { SessionSeriesPage } from './session-series.page';
import { seriesTexts } from './texts';

const ID = organised().id;
const rule = { frequency: 'monthly', every: 1, day: 'weekday', times: 3, skip: [] };
const times = ['2027-02-09', '2027-03-09', '2027-04-13'];

/** The sessions of a series: the page is that of the first. */
function sessions(...given: readonly Partial<SeriesSession>[]): SeriesSession[] {
  return times.map((day, at) => ({
    id: at === 0 ? ID : idOf(70 + at),
    title: { fi: 'Kahvila', sv: '', en: '' },
    status: 'published',
    start: `${day}T11:00:00Z`,
    end: `${day}T13:00:00Z`,
    enrolled: 0,
    own: [],
    ...given[at],
  }));
}

describe('the page of a session’s series', () => {
  let api: HttpTestingController;
  let element: HTMLElement;
  beforeEach(async () => {
    HTMLDialogElement.prototype.showModal ??= () => undefined;
    HTMLDialogElement.prototype.close ??= () => undefined;
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'nationalCoordinator');
    await TestBed.inject(Language).load(seriesTexts);
    await TestBed.inject(Language).load(organiseTexts);
  });

  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  };
  async function open(all: readonly SeriesSession[]) {
    const fixture = TestBed.createComponent(SessionSeriesPage);
    fixture.componentRef.setInput('id', ID);
    fixture.autoDetectChanges();
    element = fixture.nativeElement as HTMLElement;
    await settle();
    await read(all);
  }
  async function read(all: readonly SeriesSession[]) {
    answer(api, `/api/organised-sessions/${ID}`, organised({ seriesId: idOf(60) }));
    const series = { id: idOf(60), rule, first: times[0], recurrence: 'FREQ=MONTHLY' };
    answer(api, `/api/sessions/${ID}/series`, { series, sessions: all });
    await settle();
  }
  /** What was sent last to an address that ends so; answers it. */
  async function sent(path: string, body: object, status = 200) {
    const request = api
      .match(({ url, method }) => method === 'POST' && url === `/api/sessions/${ID}/series${path}`)
      .at(-1);
    request?.flush(body, { status, statusText: String(status) });
    await settle();
    return request?.request.body as unknown;
  }
  const press = async (word: string) => {
    const button = [...element.querySelectorAll('button')].find(
      (one) => one.textContent.trim() === word,
    );
    if (!button) throw new Error(`No button ${word}`);
    button.click();
    await settle();
  };
  const choose = async (label: string) => {
    const found = [...element.querySelectorAll('label')].find(
      (one) => one.textContent.trim() === label,
    );
    const control = found?.querySelector('input');
    if (!control) throw new Error(`No choice ${label}`);
    control.click();
    await settle();
  };
  const text = () => element.textContent.replace(/\s+/g, ' ');

  it('publishes all drafts once one is sure, and names those that it can’t', async () => {
    await open(sessions({ status: 'draft' }, { status: 'draft' }, { status: 'draft' }));
    expect(text()).toContain('3 kertaa: 3 luonnosta.');
    const asked: string[] = [];
    TestBed.inject(Confirm).ask = ({ heading, text }) => {
      asked.push(`${heading} ${text}`);
      return Promise.resolve(true);
    };
    await press('Julkaise 3 luonnosta');
    const refused = [{ id: ID, problem: 'session-past' }];
    const done = { sessions: [idOf(71), idOf(72)], removed: [], enrolled: 0, refused };
    expect(await sent('/publication', done)).toEqual({ dryRun: true });
    expect(asked[0]).toMatch(/^Julkaistaanko 2 kertaa\? .* jää ennalleen: ti 9\.2\.2027 \(on jo/);
    expect(await sent('/publication', done)).toEqual({});
    await read(sessions({ status: 'draft' }));
    expect(element.querySelector('.left')?.textContent).toContain('ti 9.2.2027 (on jo ohi)');
    expect(text()).toContain('3 kertaa: 2 julkaistua ja 1 luonnos.');
  });

  it('cancels the rest with a reason, after saying how many sessions and people it concerns', async () => {
    await open(sessions({}, {}, { status: 'draft' }));
    await press('Peru loput kerrat');
    const refused = [{ id: idOf(72), problem: 'session-draft' }];
    const plan = { sessions: [ID, idOf(71)], removed: [], enrolled: 14, refused };
    const asked = { scope: 'following', removeDrafts: false, dryRun: true };
    expect(await sent('/cancellation', plan)).toEqual(asked);
    expect(text()).toContain('Perutaan 2 kertaa. 14 ihmistä saa siitä tiedon heti.');
    expect(text()).toContain('ti 13.4.2027 (on luonnos)');
    await choose('Poista samalla luonnokset');
    const removing = { ...plan, removed: [idOf(72)], refused: [] };
    expect(await sent('/cancellation', removing)).toEqual({ ...asked, removeDrafts: true });
    expect(text()).toContain('1 luonnos poistetaan.');
    await press('Peru 2 kertaa');
    expect(element.querySelector('.fault')?.textContent).toContain('Kerro syy');
    const [reason] = element.querySelectorAll('textarea');
    if (!reason) throw new Error('There is no field for the reason.');
    reason.value = 'Kouluttaja sairastui';
    reason.dispatchEvent(new Event('input'));
    await press('Peru 2 kertaa');
    expect(await sent('/cancellation', removing)).toEqual({
      ...{ scope: 'following', removeDrafts: true },
      reason: { fi: 'Kouluttaja sairastui', sv: '', en: '' },
    });
    await read(sessions({ status: 'cancelled' }, { status: 'cancelled' }).slice(0, 2));
    expect(text()).toContain('2 kertaa: 2 peruttua.');
    expect(element.querySelector('lu-cancel-series')).toBeNull();
  });

  it('takes on to the others what was edited in this one, after saying whom that touches', async () => {
    const edited = sessions({ own: ['title', 'meetings'] }, {}, { own: ['title'] });
    await open(edited);
    const counted = {
      sessions: 2,
      enrolled: 5,
      kept: [{ id: idOf(72), parts: ['title'] }],
      past: 0,
    };
    expect(await sent('', counted)).toEqual({
      ...{ scope: 'following', parts: ['title', 'meetings'], keepOwn: true, dryRun: true },
    });
    expect(text()).toContain('Koskee 2 kertaa ja 5 ihmistä.');
    expect(text()).toContain('1 kerta pitää omat muutoksensa.');
    await choose('ajat');
    await choose('Kaikkiin tuleviin kertoihin');
    await choose('Myös kohtiin, joita on muutettu erikseen muissa kerroissa');
    expect(await sent('', { ...counted, enrolled: 0, kept: [] })).toMatchObject({ dryRun: true });
    expect(text()).toContain('Koskee 2 kertaa. Ilmoittautuneita ei vielä ole.');
    await press('Muuta 2 kertaa');
    expect(await sent('', counted)).toEqual({ scope: 'all', parts: ['title'], keepOwn: false });
    await read(sessions({ own: ['meetings'] }));
    expect(await sent('', counted)).toMatchObject({ parts: ['meetings'], dryRun: true });
    expect(element.querySelectorAll('fieldset')[0]?.textContent).not.toContain('nimi');
  });

  it('shows of which session a change of several is refused', async () => {
    await open(sessions({ own: ['capacity'] }));
    await sent('', { sessions: 2, enrolled: 5, kept: [], past: 0 });
    await press('Muuta 2 kertaa');
    const detail = 'Kyse on kerrasta tiistai 9.3.2027 klo 13.00, Kahvila. Mitään ei muutettu.';
    const problem = {
      ...{ type: 'urn:luotsi:problem:capacity-below-confirmed', status: 409, detail },
      ...{ title: 'Paikkoja ei voi olla vähemmän', session: { id: idOf(71) } },
    };
    await sent('', problem, 409);
    expect(element.querySelector('lu-problem [role=alert]')?.textContent).toContain(detail);
  });
});
