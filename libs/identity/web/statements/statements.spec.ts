import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { samplePerson, type ReceivedFeedback } from '@luotsi/identity/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { identityRoutes } from '../routes';

const operator = {
  name: { fi: 'Opetushallitus', sv: 'Utbildningsstyrelsen', en: 'Agency' },
  email: 'luotsi@example.org',
  address: null,
  dataProtectionEmail: 'tietosuoja@example.org',
};
const open: ReceivedFeedback = {
  id: '01a20194-43d2-762a-ad91-4c6b313b5cf5',
  message: 'Kartta ei aukea',
  contact: 'aino@example.org',
  language: 'fi',
  receivedAt: '2026-11-01T10:00:00Z',
  dueAt: '2026-11-15T10:00:00Z',
  answeredAt: null,
};

const words = (fi: string) => ({ fi, sv: `${fi} sv`, en: `${fi} en` });
const rule = { name: 'identity.session', what: words('Kirjautumiset'), keptFor: words('7 päivää') };

async function show(address: string, { operator: named = null as typeof operator | null } = {}) {
  document.cookie = 'luotsi_language=fi; Path=/';
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(identityRoutes, withComponentInputBinding()),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  void TestBed.inject(CurrentPerson).load();
  const person = {
    ...samplePerson,
    roles: [{ role: 'administrator', scope: { type: 'country', id: null } }],
  };
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      http.match('/api/auth/session').forEach((request) => request.flush({ person }));
      http.match('/api/service').forEach((request) => request.flush({ demonstration: true }));
      http.match('/api/service/operator').forEach((request) => request.flush({ operator: named }));
      http
        .match({ method: 'GET', url: '/api/accessibility-feedback' })
        .forEach((request) => request.flush({ items: [open] }));
      http.match('/api/retention').forEach((request) => request.flush({ items: [rule] }));
      harness.detectChanges();
    }
  };
  let ended = false;
  void harness.navigateByUrl(address).finally(() => (ended = true));
  while (!ended) await settle();
  await settle();
  const page = harness.routeNativeElement as HTMLElement;
  document.body.append(page);
  const press = async (words: string) => {
    [...page.querySelectorAll('button')].find((it) => it.textContent.includes(words))?.click();
    await settle();
  };
  return { http, page, press, settle };
}

describe('the privacy notice', () => {
  beforeEach(() => document.body.replaceChildren());

  it('names who answers for the data and how to reach them', async () => {
    const { page } = await show('/privacy', { operator });
    expect(page.textContent).toContain('Rekisterinpitäjä on Opetushallitus.');
    expect(page.querySelector('a[href="mailto:tietosuoja@example.org"]')).not.toBeNull();
    expect(page.textContent).toContain('tietosuojavaltuutetulle');
  });

  it('says of a demonstration that it is one', async () => {
    const { page } = await show('/privacy');
    expect(page.textContent).toContain('ihmiset ja tilaisuudet ovat keksittyjä');
  });

  it('says how long each kind of record is kept, as the service itself has it', async () => {
    const { page } = await show('/privacy');
    const row = [...page.querySelectorAll('tr')].find((it) =>
      it.textContent.includes('Kirjautumiset'),
    );
    expect(row?.textContent).toContain('7 päivää');
  });

  it('lists the cookies and asks for no consent to them', async () => {
    const { page } = await show('/privacy');
    expect(page.textContent).toContain('luotsi.session_token');
    expect(page.querySelector('button')).toBeNull();
  });
});

describe('the accessibility statement', () => {
  beforeEach(() => document.body.replaceChildren());

  it('says what is missing, within which time is answered, and who supervises', async () => {
    const { page } = await show('/accessibility');
    expect(page.querySelector('.answer')?.textContent).toContain('osittain');
    expect(page.textContent).toContain('14 päivän kuluessa');
    expect(page.textContent).toContain('Traficom');
  });

  it('takes what one has to tell and says by when it is answered', async () => {
    const { page, press, http, settle } = await show('/accessibility');
    await press('Lähetä palaute');
    expect(page.textContent).toContain('Kirjoita, mitä yritit tehdä.');
    expect(document.activeElement).toBe(page.querySelector('textarea'));
    http.expectNone({ method: 'POST', url: '/api/accessibility-feedback' });

    const message = page.querySelector('textarea') ?? document.createElement('textarea');
    message.value = 'Kartta ei aukea';
    await press('Lähetä palaute');
    const sent = http.expectOne({ method: 'POST', url: '/api/accessibility-feedback' });
    expect(sent.request.body).toEqual({ message: 'Kartta ei aukea', contact: '' });
    sent.flush({ id: open.id, dueAt: open.dueAt }, { status: 201, statusText: 'Created' });
    await settle();
    expect(page.querySelector('[role=status]')?.textContent).toContain('15.11.2026');
  });

  it('keeps what was written when it can not be sent', async () => {
    const { page, press, http, settle } = await show('/accessibility');
    const message = page.querySelector('textarea') ?? document.createElement('textarea');
    message.value = 'Kartta ei aukea';
    await press('Lähetä palaute');
    http
      .expectOne({ method: 'POST', url: '/api/accessibility-feedback' })
      .error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect(page.querySelector('textarea')?.value).toBe('Kartta ei aukea');
  });
});

describe('the feedback that has come', () => {
  beforeEach(() => document.body.replaceChildren());

  it('says what is late, and is marked as answered', async () => {
    const { page, press, http, settle } = await show('/accessibility/feedback');
    expect(page.querySelector('.answer')?.textContent).toContain('1 palaute odottaa vastausta.');
    expect(page.querySelector('lu-status')?.textContent).toContain('Myöhässä');
    await press('Merkitse vastatuksi');
    const sent = http.expectOne(`/api/accessibility-feedback/${open.id}/answer`);
    expect(sent.request.body).toEqual({ answered: true });
    sent.flush({ ...open, answeredAt: '2026-11-20T10:00:00Z' });
    await settle();
    expect(page.querySelector('lu-status')?.textContent).toContain('Vastattu 20.11.2026');
    expect(page.querySelector('.answer')?.textContent).toContain('Kaikkiin');
  });
});
