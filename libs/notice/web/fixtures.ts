import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideHttpClientTesting, type HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { samplePerson } from '@luotsi/identity/model';
import { CurrentPerson } from '@luotsi/identity/web';
import type { Notice } from '@luotsi/notice/model';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { noticeRoutes } from './routes';

// What the tests of these pages share; nothing else imports it.

/** An id that ends in a number. */
export function idOf(at: number): string {
  return `019a0000-0000-7000-8000-${String(at).padStart(12, '0')}`;
}

/** A notice of a day at 12.00 in Finland, unread unless said. */
export function notice(at: number, given: Partial<Notice> = {}): Notice {
  return {
    id: idOf(at),
    kind: 'enrolment-confirmed',
    title: `Olet mukana: koulutus ${String(at)}`,
    body: 'Torstai 11.3.2027 klo 9.00.',
    action: 'Avaa koulutus',
    link: `/sessions/${idOf(at)}`,
    at: '2026-11-22T10:00:00Z',
    readAt: null,
    ...given,
  };
}

/** The stream as a test drives it. */
export class TestEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: TestEventSource[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    TestEventSource.opened.push(this);
  }

  tell(type: 'notice' | 'unread' | 'reload', data: unknown, lastEventId = '5:5:'): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }

  refuse(): void {
    this.readyState = TestEventSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }

  close(): void {
    this.readyState = TestEventSource.CLOSED;
  }
}

/** What a test of a page needs: the routes of notices, an API and a stream that the test answers. */
export function pageProviders(): (Provider | EnvironmentProviders)[] {
  TestEventSource.opened = [];
  Object.assign(window, { EventSource: TestEventSource });
  return [
    provideLanguage(),
    provideApiClient(),
    provideHttpClientTesting(),
    provideRouter(
      [...noticeRoutes, { path: 'sign-in', children: [] }, { path: 'sessions/:id', children: [] }],
      withComponentInputBinding(),
    ),
  ];
}

/** Says who uses the page, in Finnish. */
export async function signIn(api: HttpTestingController): Promise<void> {
  await TestBed.inject(Language).choose('fi');
  const asked = TestBed.inject(CurrentPerson).load();
  api.expectOne('/api/auth/session').flush({ person: samplePerson });
  await asked;
}
