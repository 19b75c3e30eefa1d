import type { StepActor, StepReason } from './enrolment';
import type { EnrolmentDeed } from './enrolment-table';

/** Who does it: the person, an organiser, or the calendar by itself. */
export const actorOf: Record<EnrolmentDeed, StepActor> = {
  ...{ enrol: 'self', cancel: 'self', accept: 'self', decline: 'self' },
  ...{ approve: 'organiser', refuse: 'organiser', add: 'organiser', remove: 'organiser' },
  ...{ seat: 'organiser', queue: 'organiser', review: 'organiser', invite: 'system' },
  ...{ promote: 'system', expire: 'system', forget: 'system' },
};

/** The reason that a step is kept with, unless it is done for another one. */
export const reasonFor: Record<EnrolmentDeed, StepReason> = {
  ...{ enrol: 'enrolled', cancel: 'cancelled-by-person', accept: 'accepted', decline: 'declined' },
  ...{ approve: 'approved', refuse: 'refused', add: 'added', remove: 'removed' },
  ...{ seat: 'moved', queue: 'moved', review: 'moved', invite: 'interested' },
  ...{ promote: 'promoted', expire: 'offer-expired', forget: 'account-deleted' },
};
