import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { EnrolmentItem } from '@luotsi/calendar/model';
import { Confirm, Notices } from '@luotsi/platform/web';
import { dayIn, idOf, pageProviders, session, signInAs } from '../fixtures';

function item(at: number, days: number, given: Partial<EnrolmentItem> = {}): EnrolmentItem {
  return {
    sessionId: idOf(at),
    status: 'confirmed',
    past: days < 0,
    session: session(at, dayIn(days)),
    ...given,
  };
}

describe('one’s own enrolments', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  async function open(items: EnrolmentItem[] | null) {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, items === null ? null : 'counsellor');
    harness = await RouterTestingHarness.create('/my');
    page = harness.routeNativeElement as HTMLElement;
    await settle();
    if (items) await answerList(items);
  }

  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }

  async function answerList(items: EnrolmentItem[]) {
    api.expectOne('/api/me/enrolments').flush({ items });
    await settle();
  }

  const titles = (within: string) =>
    [...page.querySelectorAll(`${within} h3`)].map((title) => title.textContent.trim());

  it('come upcoming first, then past, with the cancelled ones folded away', async () => {
    await open([
      item(1, 13),
      item(2, 15, { status: 'waitlisted', position: 2 }),
      item(3, 17, { status: 'cancelled' }),
      item(4, -9),
    ]);
    expect(page.querySelector('lu-page-header')?.textContent).toMatch(/Seuraavasi on \p{L}+na /u);
    expect(titles('[aria-labelledby=lu-my-coming]')).toEqual(['Koulutus 1', 'Koulutus 2']);
    expect(titles('[aria-labelledby=lu-my-past]')).toEqual(['Koulutus 4']);
    expect(titles('details')).toEqual(['Koulutus 3']);
    expect(page.querySelector('details')?.open).toBe(false);
    expect(page.textContent).toContain('Jonossa, sija 2');
  });

  it('say of what was held whether one attended, with the certificate', async () => {
    const certificate = { id: idOf(77), code: '00000-00000-00000-00000' };
    const after = (at: number, afterwards: EnrolmentItem['afterwards'], more = {}) =>
      item(at, -at, { ...(afterwards && { afterwards }), ...more });
    await open([
      after(4, { attended: 'attended', been: 1, certificate, feedback: true }),
      after(5, { attended: 'missed', been: 0, certificate: null, feedback: false }),
      after(6, { attended: 'unnoted', been: 0, certificate: null, feedback: true }),
      after(
        7,
        { attended: 'attended', been: 1, certificate, feedback: false },
        { status: 'cancelled' },
      ),
      item(8, 9, { status: 'declined', out: 'offer-expired' }),
    ]);
    const lines = [...page.querySelectorAll('[aria-labelledby=lu-my-past] lu-my-enrolment')];
    expect(lines.map((line) => line.querySelector('lu-status')?.textContent.trim())).toEqual([
      'Osallistuit',
      'Osallistuminen ei täyttynyt',
      'Läsnäoloa ei ole vielä merkitty',
      'Osallistuit',
    ]);
    const links = lines.map((line) =>
      [...line.querySelectorAll('.state a')].map((link) => link.getAttribute('href')),
    );
    const paper = `/api/me/credentials/${idOf(77)}/certificate.pdf?lang=fi`;
    // The question how it was stands by itself, above them, with its last day.
    expect(links).toEqual([[paper], [], [], [paper]]);
    expect(page.querySelector('details')?.textContent).toContain('Tarjous vanheni');
  });

  it('have what one came to without a seat among the past ones, with its certificate', async () => {
    const certificate = { id: idOf(77), code: '00000-00000-00000-00000' };
    const came = item(4, -4, {
      status: 'none',
      afterwards: { attended: 'attended', been: 1, certificate, feedback: false },
    });
    const { meetings } = came.session;
    await open([
      came,
      {
        ...came,
        sessionId: idOf(5),
        session: { ...session(5, dayIn(-5)), meetings: [...meetings, ...meetings] },
      },
    ]);
    const [line, part] = page.querySelectorAll('[aria-labelledby=lu-my-past] lu-my-enrolment');
    expect(line?.querySelector('lu-status')?.textContent.trim()).toBe('Osallistuit');
    expect(line?.textContent).toContain('Tulit mukaan ilman paikkaa.');
    expect(line?.textContent).not.toContain('tapaamisessa');
    expect(part?.textContent).toContain('Olit mukana 1/2 tapaamisessa.');
    expect(line?.querySelector('.state a')?.getAttribute('href')).toBe(
      `/api/me/credentials/${idOf(77)}/certificate.pdf?lang=fi`,
    );
    expect(line?.querySelector('button')).toBeNull();
    expect(page.querySelector('details')).toBeNull();
  });

  it('are cancelled in place, after a question, and it is said', async () => {
    await open([item(1, 13), item(2, 15)]);
    TestBed.inject(Confirm).ask = () => Promise.resolve(true);
    page.querySelector<HTMLButtonElement>('lu-my-enrolment button')?.click();
    await settle();
    api
      .expectOne((request) => request.method === 'DELETE' && request.url.includes(idOf(1)))
      .flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    await answerList([item(1, 13, { status: 'cancelled' }), item(2, 15)]);
    expect(TestBed.inject(Notices).current()?.text).toBe('Ilmoittautumisesi on peruttu.');
    expect(titles('[aria-labelledby=lu-my-coming]')).toEqual(['Koulutus 2']);
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('stay when the question is answered no', async () => {
    await open([item(1, 13)]);
    TestBed.inject(Confirm).ask = () => Promise.resolve(false);
    page.querySelector<HTMLButtonElement>('lu-my-enrolment button')?.click();
    await settle();
    api.expectNone((request) => request.method === 'DELETE');
  });

  it('invite to the calendar while there are none', async () => {
    await open([]);
    expect(page.querySelector('lu-empty a')?.getAttribute('href')).toBe('/calendar');
  });

  it('ask a visitor to sign in and come back', async () => {
    await open(null);
    expect(page.querySelector('lu-empty a')?.getAttribute('href')).toBe('/sign-in?returnTo=%2Fmy');
    api.expectNone('/api/me/enrolments');
  });
});
