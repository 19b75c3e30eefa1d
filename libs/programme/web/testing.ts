import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { samplePerson, type Me } from '@luotsi/identity/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import type { OwnProgress, ProgrammeTree, UnitPage } from '@luotsi/programme/model';
import { MarkQueue } from './progress/mark-queue';
import { Progress } from './progress/progress.store';
import { programmeTexts } from './texts';

/** A text in every language, told apart by its language. */
export const text = (fi: string) => ({ fi, sv: `${fi} (sv)`, en: `${fi} (en)` });

/** Identifiers of the activities of the units `a` to `d`. */
export const readingOf = (unit: string) =>
  `00000000-0000-4000-8000-00000000000${unit.replace(/[a-d]/, (it) => String(it.charCodeAt(0) - 96))}`;

const unit = (id: string) => ({
  id,
  title: text(`Osio ${id}`),
  summary: text(`Tiivistelmä ${id}`),
  minutes: 2,
  competences: ['CE'],
  workingForms: [id === 'c' ? ('peerWork' as const) : ('personalAssignment' as const)],
  activities: [{ id: readingOf(id), kind: 'reading' as const, part: 'common' as const }],
});

/** A programme of two modules: a and b, c and d. */
export const programme: ProgrammeTree = {
  id: 'elo',
  title: text('Valmennusohjelma'),
  summary: text('Mistä on kyse.'),
  about: {
    goals: text('Tavoitteista sovitaan.'),
    startingPoints: [{ id: 'sp1', title: text('Lähtökohta') }],
    principles: [{ id: 'p1', title: text('Periaate') }],
    workingForms: [{ kind: 'peerWork', title: text('Vertaistyöskentely') }],
    parts: [{ part: 'group', title: text('Ryhmän osuus') }],
    groupPart: text('Ryhmä suunnittelee.'),
    origin: text('Suunnitelmasta.'),
  },
  modules: [
    { id: 'P1', title: text('Etappi 1'), summary: text('Ensin.'), units: [unit('a'), unit('b')] },
    { id: 'P2', title: text('Etappi 2'), summary: text('Sitten.'), units: [unit('c'), unit('d')] },
  ],
};

/** The page of unit b. */
export const unitB: UnitPage = {
  ...unit('b'),
  programme: { id: 'elo', title: text('Valmennusohjelma') },
  module: { id: 'P1', title: text('Etappi 1') },
  topics: [
    { id: 't1', title: text('Aihe'), note: text('Vanhentunut.'), subtopics: [] },
    {
      id: 't2',
      title: text('Toinen'),
      note: null,
      subtopics: [{ id: 't2a', title: text('Alla') }],
    },
  ],
  competences: [{ code: 'CE', name: text('Ohjausosaaminen'), frameworkId: 'nice' }],
  activities: [
    {
      id: readingOf('b'),
      kind: 'reading',
      part: 'common',
      title: text('Osio b'),
      reading: { fi: '<h2>Luku</h2><p>Teksti.</p>', sv: '', en: '<h2>Chapter</h2>' },
    },
  ],
  previous: { id: 'a', title: text('Osio a'), moduleId: 'P1' },
  next: { id: 'c', title: text('Osio c'), moduleId: 'P2' },
};

/** Progress with these units done; `last` was visited last. */
export function progressWith(units: readonly string[], last: string | null = null): OwnProgress {
  const at = '2027-03-11T09:00:00Z';
  return {
    done: units.map((id) => ({ activityId: readingOf(id), completedAt: at })),
    programmes: [
      {
        programmeId: 'elo',
        done: units.length,
        total: 4,
        lastVisited: last === null ? null : { activityId: readingOf(last), at },
        continueAt: null,
      },
    ],
  };
}

/** Finds out who uses the page: a counsellor, someone who may not learn, or a visitor. */
export async function signIn(who: 'counsellor' | 'administrator' | 'nobody'): Promise<void> {
  const person: Me = {
    ...samplePerson,
    name: 'Aino',
    roles:
      who === 'counsellor'
        ? [{ role: who, scope: { type: 'region', id: '19' } }]
        : [{ role: 'administrator', scope: { type: 'country', id: null } }],
  };
  const asked = TestBed.inject(CurrentPerson).load();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/auth/session')
    .flush({ person: who === 'nobody' ? null : person });
  await asked;
}

/** Sets the stage of the programme's pages, in Finnish. */
export async function setUp(): Promise<HttpTestingController> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideApiClient(),
      provideHttpClientTesting(),
      provideLanguage(),
      provideRouter([]),
      MarkQueue,
      Progress,
    ],
  });
  await TestBed.inject(Language).choose('fi');
  await TestBed.inject(Language).load(programmeTexts);
  return TestBed.inject(HttpTestingController);
}

/** Shows a page and answers what it asks by the end of the address, until it asks no more. */
export async function show<Page>(
  page: Type<Page>,
  inputs: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
) {
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await answer(answers);
  return fixture.nativeElement as HTMLElement;
}

/** Answers open requests whose address ends as given; others stay open. */
export async function answer(answers: Readonly<Record<string, unknown>>): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 5; round += 1) {
    TestBed.tick();
    for (const [end, body] of Object.entries(answers)) {
      for (const request of http.match(({ url }) => url.endsWith(end))) {
        request.flush(body as object | null);
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  TestBed.tick();
}
