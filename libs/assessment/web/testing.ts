import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { sampleFramework, type Assessment } from '@luotsi/assessment/model';
import type { Framework } from '@luotsi/framework/model';
import { samplePerson } from '@luotsi/identity/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { assessmentTexts } from './texts';

/** Who answers in tests, and what. */
export const aino = '01a20194-43d2-762a-ad91-4c6b313b5cf5';
export const assessmentId = '01a20194-43d2-762a-ad91-4c6b313b5cf6';
export const address = `/api/assessments/${assessmentId}`;

/** The framework of the tests: two competences of six statements. */
export const framework: Framework = sampleFramework();

/** An unfinished assessment by the framework of the tests. */
export function unfinished(change: Partial<Assessment> = {}): Assessment {
  return {
    id: assessmentId,
    framework: framework.id,
    version: framework.version,
    name: framework.name,
    level: null,
    startedAt: '2026-11-20T08:00:00.000Z',
    completedAt: null,
    answered: 0,
    statements: 12,
    answers: [],
    ...change,
  };
}

/** Lets everything that has been answered reach the page. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await Promise.resolve();
    TestBed.tick();
  }
}

/** Opens pages as a signed-in counsellor (a visitor with `null`), HTTP being answered by the test. */
export async function openAs(person: string | null, routes: Routes, url: string) {
  document.cookie = 'luotsi_language=fi; Path=/';
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(routes, withComponentInputBinding()),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  await TestBed.inject(Language).load(assessmentTexts);
  const asked = TestBed.inject(CurrentPerson).load();
  http.expectOne('/api/auth/session').flush({ person: person && meOf(person) });
  await asked;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  return { http, harness, page: () => harness.routeNativeElement as HTMLElement };
}

function meOf(id: string) {
  const scope = { type: 'region', id: '19' };
  return { ...samplePerson, id, roles: [{ role: 'counsellor', scope }] };
}
