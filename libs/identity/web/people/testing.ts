import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { samplePerson, type Me, type Person, type PersonInList } from '@luotsi/identity/model';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { PLACE_CHOICES, type PlaceChoices } from '../places/place-choices';

// What the tests of these pages share; nothing else imports it.

const name = (fi: string, sv = fi, en = fi) => ({ fi, sv, en });

/** Two regions, their groups, a school. */
export const samplePlaces: PlaceChoices = {
  regions: [
    { value: '19', name: name('Lappi', 'Lappland', 'Lapland') },
    { value: '01', name: name('Uusimaa', 'Nyland', 'Uusimaa') },
  ],
  groups: [
    { value: 'g19', name: name('Lapin ELO-ryhmä'), kind: 'elo', region: '19' },
    { value: 'dg2', name: name('Laatu'), kind: 'development', region: null },
  ],
  organisations: [
    { value: '01a20194-43d2-762a-ad91-4c6b313b5cf6', name: name('Rovaniemen lukio'), region: '19' },
  ],
  sectors: [{ value: 'youth', name: name('Nuorisotyö') }],
  practitionerTypes: [{ value: 'career_advisor', name: name('Uraneuvoja'), description: name('') }],
};

export const lapland = { type: 'region', id: '19' } as const;
export const country = { type: 'country', id: null } as const;

export const administrator: Me = {
  ...samplePerson,
  id: '01a20194-43d2-762a-ad91-4c6b313b5c01',
  roles: [{ role: 'administrator', scope: country }],
};
export const coordinator: Me = {
  ...administrator,
  roles: [{ role: 'groupCoordinator', scope: lapland }],
};

/** Someone who says that they work in Lapland, and coaches there. */
export const listed: PersonInList = {
  id: '01a20194-43d2-762a-ad91-4c6b313b5c02',
  name: 'Åsa Öhman',
  email: 'asa@skola.example',
  affiliation: '01a20194-43d2-762a-ad91-4c6b313b5c03',
  region: '19',
  organisation: null,
  organisationNamed: null,
  sector: null,
  practitionerType: null,
  confirmed: { region: false, organisation: false },
  mayConfirm: true,
  roles: [{ role: 'coach', scope: lapland, validFrom: '2026-01-01T00:00:00Z', validTo: null }],
};
export const shownPerson: Person = {
  ...listed,
  language: 'sv',
  languages: ['sv'],
  affiliations: [],
  version: 'v1',
};

/** Opens a page of these routes as someone, or as a visitor. */
export async function openPage(routes: Routes, address: string, person: Me | null) {
  document.cookie = 'luotsi_language=fi; Path=/';
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: PLACE_CHOICES, useValue: () => Promise.resolve(samplePlaces) },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  await TestBed.inject(Language).choose('fi');
  const known = TestBed.inject(CurrentPerson).load();
  http.expectOne('/api/auth/session').flush({ person });
  await known;
  const harness = await RouterTestingHarness.create();
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };
  let ended = false;
  void harness.navigateByUrl(address).finally(() => (ended = true));
  while (!ended) await settle();
  await settle();
  const page = () => harness.routeNativeElement as HTMLElement;
  document.body.append(page());
  const all = <Kind extends HTMLElement = HTMLElement>(selector: string) => [
    ...page().querySelectorAll<Kind>(selector),
  ];
  return {
    http,
    page,
    all,
    settle,
    button(text: string) {
      const found = all('button, a').find(
        (it) => it.textContent.trim() === text || it.getAttribute('aria-label') === text,
      );
      if (!found) throw new Error(`There is no button “${text}”.`);
      return found;
    },
    async press(text: string) {
      this.button(text).click();
      await settle();
    },
    /** The control of a field by its label. */
    control<Kind extends HTMLInputElement | HTMLSelectElement>(label: string, place = 0): Kind {
      const labels = all<HTMLLabelElement>('label').filter((it) => it.textContent.trim() === label);
      const found = document.getElementById(labels[place]?.htmlFor ?? '');
      if (!found) throw new Error(`There is no field “${label}”.`);
      return found as Kind;
    },
    async fill(label: string, value: string, place = 0) {
      const control = this.control(label, place);
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    },
    /** Answers the one request that waits at an address (which may have a query). */
    async answer(path: string, body: object | null, status = 200) {
      const request = http.expectOne(({ url, method }) => `${method} ${url}`.startsWith(path));
      request.flush(body, { status, statusText: 'x' });
      await settle();
      return request.request;
    },
  };
}
