import type { Provider, EnvironmentProviders } from '@angular/core';
import { provideHttpClientTesting, type HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { samplePerson, type Role } from '@luotsi/identity/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import type { SessionPage } from '@luotsi/calendar/model';
import { calendarRoutes } from './routes';

// What the tests of these pages share; nothing else imports it.

const same = (text: string) => ({ fi: text, sv: text, en: text });
const HOUR = 3_600_000;

/** An id that ends in a number. */
export function idOf(at: number): string {
  return `019a0000-0000-7000-8000-${String(at).padStart(12, '0')}`;
}

/** The calendar date so many days from now. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** A published session on a day at 9.00–12.00 (10.00–13.00 in summer), 12 seats of which 9 are taken. */
export function session(at: number, date: string, given: Partial<SessionPage> = {}): SessionPage {
  return {
    id: idOf(at),
    title: same(`Koulutus ${at}`),
    summary: same(''),
    description: same(''),
    targetGroup: same(''),
    contact: '',
    price: same(''),
    accessibility: same(''),
    waitlistSince: null,
    planItemId: null,
    approval: false,
    promotion: 'seat',
    offerHours: 48,
    regionalSeats: [],
    regionalSeatsUntil: null,
    asksDiet: false,
    asksAccessNeeds: false,
    attendanceRule: null,
    planned: null,
    form: 'onsite',
    status: 'published',
    languages: ['fi'],
    theme: null,
    competences: [],
    regions: [],
    organiser: null,
    place: same('Rovaniemi'),
    meetings: [
      {
        id: idOf(1000 + at),
        start: `${date}T07:00:00Z`,
        end: `${date}T10:00:00Z`,
        timeZone: 'Europe/Helsinki',
        place: null,
        cancelled: false,
      },
    ],
    capacity: 12,
    confirmedCount: 9,
    waitlistCount: 0,
    enrolmentOpens: null,
    enrolmentCloses: `${date}T07:00:00Z`,
    enrolmentOpen: true,
    cancellationReason: null,
    ...given,
  };
}

/** What a test of a page needs: the calendar's routes, an API that the test answers. */
export function pageProviders(): (Provider | EnvironmentProviders)[] {
  return [
    provideLanguage(),
    provideApiClient(),
    provideHttpClientTesting(),
    provideRouter(
      [...calendarRoutes, { path: 'sign-in', children: [] }],
      withComponentInputBinding(),
    ),
  ];
}

/** Says who uses the page, in Finnish. */
export async function signInAs(api: HttpTestingController, role: Role | null): Promise<void> {
  await TestBed.inject(Language).choose('fi');
  const asked = TestBed.inject(CurrentPerson).load();
  const person = {
    ...samplePerson,
    id: idOf(9),
    roles: [{ role, scope: { type: 'country', id: null } }],
  };
  api.expectOne('/api/auth/session').flush({ person: role === null ? null : person });
  await asked;
}

/** Answers everything asked of an address that begins so; tells how many times it was asked. */
export function answer(api: HttpTestingController, path: string, body: object): number {
  const requests = api.match(({ url, method }) => method === 'GET' && url.startsWith(path));
  for (const request of requests) if (!request.cancelled) request.flush(body);
  return requests.length;
}

/** Answers the names of regions, themes and competences. */
export function answerNames(api: HttpTestingController): void {
  const lapland = {
    code: '19',
    name: { fi: 'Lappi', sv: 'Lappland', en: 'Lapland' },
    nuts3: 'FI1D7',
    coordinator: null,
    groups: [],
  };
  answer(api, '/api/regions', { items: [lapland] });
  answer(api, '/api/themes', { items: [{ id: 'dg3', name: same('Saatavuus'), title: same('') }] });
  answer(api, '/api/frameworks', {
    items: [
      {
        id: 'nice',
        version: 1,
        name: same('NICE'),
        description: same(''),
        competences: [{ code: 'CC', name: same('Uraohjausosaaminen') }],
      },
    ],
  });
}

/** Modal dialogs, which jsdom lacks: they take the focus, and give it back where it was. */
export function modalDialogs(): void {
  let before: Element | null = null;
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
    before = document.activeElement;
    this.querySelector<HTMLElement>('input, button')?.focus();
  };
  HTMLDialogElement.prototype.close = function () {
    if (!this.open) return;
    this.open = false;
    (before as HTMLElement | null)?.focus();
    this.dispatchEvent(new Event('close'));
  };
}
