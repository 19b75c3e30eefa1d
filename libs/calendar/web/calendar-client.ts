import { inject, Injectable, type Injector } from '@angular/core';
import { getSession, listOwnEnrolments, listSessions } from '@luotsi/calendar/model';
import { ApiClient } from '@luotsi/platform/web';
import type { Sent } from '@luotsi/platform/model';

/** What narrows a list of sessions, and where its page begins. */
export type SessionsAsked = Sent<typeof listSessions>['query'];

/** The calendar's HTTP: everything its stores ask of the API. */
@Injectable({ providedIn: 'root' })
export class CalendarClient {
  private readonly api = inject(ApiClient);

  /** A page of sessions, asked again as `query` changes; undefined waits. */
  sessions(query: () => SessionsAsked | undefined, injector: Injector) {
    const sent = () => {
      const asked = query();
      return asked && { query: asked };
    };
    return this.api.resource(listSessions, sent, { injector });
  }

  /** A further page of sessions. */
  sessionsOnce(query: SessionsAsked) {
    return this.api.send(listSessions, { query });
  }

  session(id: () => string | undefined, injector: Injector) {
    return this.api.resource(getSession, withId(id), { injector });
  }

  ownEnrolments(signedIn: () => boolean, injector: Injector) {
    const sent = () => (signedIn() ? {} : undefined);
    return this.api.resource(listOwnEnrolments, sent, { injector });
  }
}

/** The parameters of an operation on one thing, once its id is known. */
function withId(id: () => string | undefined) {
  return () => {
    const known = id();
    return known === undefined ? undefined : { params: { id: known } };
  };
}
