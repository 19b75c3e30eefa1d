import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AttendanceFacts, OwnCredential } from '@luotsi/credential/model';
import { samplePerson } from '@luotsi/identity/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { Language, Notices, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { credentialRoutes } from './routes';

const CODE = '7Q2KM-01234-ABCDE-XYZ98';
const facts: AttendanceFacts = {
  name: 'Aino Öhman',
  title: { fi: 'Kuulutukset haltuun', sv: '', en: '' },
  meetings: [
    { start: '2027-03-11T07:00:00Z', end: '2027-03-11T14:00:00Z', timeZone: 'Europe/Helsinki' },
  ],
  minutes: 420,
  organiser: { fi: 'Lapin ELO-ryhmä', sv: '', en: '' },
  competences: [],
};
const mine: OwnCredential = {
  id: '019a0000-0000-7000-8000-000000000001',
  kind: 'attendance',
  facts,
  code: CODE,
  issuedAt: '2027-03-12T07:00:00Z',
  revoked: null,
};

describe('pages of certificates', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  async function open(path: string) {
    TestBed.configureTestingModule({
      providers: [
        provideLanguage(),
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter(
          [...credentialRoutes, { path: '**', children: [] }],
          withComponentInputBinding(),
        ),
      ],
    });
    api = TestBed.inject(HttpTestingController);
    await TestBed.inject(Language).choose('fi');
    const asked = TestBed.inject(CurrentPerson).load();
    api.expectOne('/api/auth/session').flush({ person: samplePerson });
    await asked;
    harness = await RouterTestingHarness.create(path);
    page = harness.routeNativeElement as HTMLElement;
    await settle();
  }
  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }
  const words = () => page.textContent.replace(/\s+/g, ' ');
  const robots = () => document.querySelector('meta[name=robots]')?.getAttribute('content');

  it('list one’s own with what can be done with each', async () => {
    await open('/credentials');
    api.expectOne('/api/me/credentials').flush({ items: [mine] });
    await settle();
    expect(words()).toContain('Sinulla on 1 todistus.');
    expect(words()).toContain('to 11.3.2027 · 7 h · Lapin ELO-ryhmä');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe(
      `/api/me/credentials/${mine.id}/certificate.pdf?lang=fi`,
    );
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    page.querySelector<HTMLButtonElement>('button')?.click();
    await settle();
    expect(copied).toEqual([`${location.origin}/verify/${CODE}`]);
    expect(TestBed.inject(Notices).current()?.text).toContain('kopioitu');
  });

  it('say that one is revoked, and give nothing to download', async () => {
    await open('/credentials');
    const revoked = { at: '2027-04-01T07:00:00Z', reason: 'corrected' } as const;
    api.expectOne('/api/me/credentials').flush({ items: [{ ...mine, revoked }] });
    await settle();
    expect(words()).toContain('Mitätöity 1.4.2027');
    expect(page.querySelector('a[download]')).toBeNull();
  });

  it('invite to the calendar while there are none', async () => {
    await open('/credentials');
    api.expectOne('/api/me/credentials').flush({ items: [] });
    await settle();
    expect(page.querySelector('lu-empty a')?.getAttribute('href')).toBe('/calendar');
  });

  it('tell first that a certificate holds, then what it says, and aren’t indexed', async () => {
    await open(`/verify/${CODE}`);
    api
      .expectOne(`/api/credentials/${CODE}`)
      .flush({ state: 'valid', kind: 'attendance', facts, issuedAt: mine.issuedAt });
    await settle();
    expect(page.querySelector('h1')?.textContent).toBe('Todistus on aito ja voimassa.');
    expect(words()).toContain('Aino Öhman');
    expect(words()).toContain('to 11.3.2027 klo 9.00–16.00');
    expect(robots()).toBe('noindex, nofollow');
    await TestBed.inject(Router).navigateByUrl('/elsewhere');
    expect(robots()).toBeUndefined();
  });

  it('tell of a revoked one when and why, and of an unknown one what to do', async () => {
    await open(`/verify/${CODE}`);
    api.expectOne(`/api/credentials/${CODE}`).flush({
      ...{ state: 'revoked', kind: 'attendance', reason: 'corrected' },
      revokedAt: '2027-04-01T07:00:00Z',
    });
    await settle();
    expect(page.querySelector('h1')?.textContent).toBe('Todistus ei ole voimassa.');
    expect(words()).toContain('mitätöity 1.4.2027');
    await harness.navigateByUrl('/verify/x');
    await settle();
    api.expectOne('/api/credentials/x').flush(
      {
        type: 'urn:luotsi:problem:credential-unknown',
        title: 'Ei todistusta',
        detail: 'Tarkista koodi.',
        status: 404,
      },
      { status: 404, statusText: '' },
    );
    await settle();
    page = harness.routeNativeElement as HTMLElement;
    expect(page.querySelector('h1')?.textContent).toBe('Tällä koodilla ei ole todistusta.');
    expect(words()).toContain('Tarkista koodi.');
  });

  it('take a typed code, and say when it can’t be one', async () => {
    await open('/verify');
    const field = page.querySelector('input');
    const send = async (typed: string) => {
      if (field) field.value = typed;
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    await send('7Q2KM');
    expect(words()).toContain('Tarkista, puuttuuko siitä jotain.');
    await send('7q2km o1234 abcde xyz98');
    expect(TestBed.inject(Router).url).toBe(`/verify/${CODE}`);
  });
});
