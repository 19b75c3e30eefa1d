import { inject, Injectable, type Injector } from '@angular/core';
import {
  deleteInterest,
  getOwnEnrolment,
  listInterests,
  listUndated,
  putInterest,
} from '@luotsi/calendar/model';
import type { Sent } from '@luotsi/platform/model';
import { ApiClient } from '@luotsi/platform/web';

/** The HTTP of sessions that have no date yet. */
@Injectable({ providedIn: 'root' })
export class InterestClient {
  private readonly api = inject(ApiClient);

  undated(query: () => Sent<typeof listUndated>['query'], injector: Injector) {
    return this.api.resource(listUndated, () => ({ query: query() }), { injector });
  }

  /** The sessions that the person is interested in. */
  own(signedIn: () => boolean, injector: Injector) {
    return this.api.resource(listInterests, () => (signedIn() ? {} : undefined), { injector });
  }

  /** Whether the person is interested in a session, by what the service knows. */
  async isInterested(id: string): Promise<boolean> {
    const { interested } = await this.api.send(getOwnEnrolment, { params: { id } });
    return interested === true;
  }

  show(id: string) {
    return this.api.send(putInterest, { params: { id } });
  }

  takeBack(id: string) {
    return this.api.send(deleteInterest, { params: { id } });
  }
}
