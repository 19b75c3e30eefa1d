import { inject, Injectable, type Injector } from '@angular/core';
import {
  acceptOffer,
  cancelEnrolment,
  declineOffer,
  enrol,
  getOwnEnrolment,
  putNeeds,
  type EnrolmentNeeds,
} from '@luotsi/calendar/model';
import { ApiClient } from '@luotsi/platform/web';

/** The HTTP of one's own enrolment; apart from the calendar's, so that the agenda goes without it. */
@Injectable({ providedIn: 'root' })
export class EnrolmentClient {
  private readonly api = inject(ApiClient);

  /** Where the person stands in a session, read again as `id` changes; undefined waits. */
  own(id: () => string | undefined, injector: Injector) {
    const sent = () => {
      const known = id();
      return known === undefined ? undefined : { params: { id: known } };
    };
    return this.api.resource(getOwnEnrolment, sent, { injector });
  }

  ownOnce(id: string) {
    return this.api.send(getOwnEnrolment, { params: { id } });
  }

  enrol(id: string, needs?: EnrolmentNeeds) {
    return this.api.send(enrol, { params: { id }, body: needs ? { needs } : {} });
  }

  /** @param reason why, in the person's words; asked for shortly before the session */
  cancel(id: string, reason?: string) {
    return this.api.send(cancelEnrolment, { params: { id }, body: reason ? { reason } : {} });
  }

  accept(id: string) {
    return this.api.send(acceptOffer, { params: { id } });
  }

  decline(id: string) {
    return this.api.send(declineOffer, { params: { id } });
  }

  putNeeds(id: string, needs: EnrolmentNeeds) {
    return this.api.send(putNeeds, { params: { id }, body: needs });
  }
}
