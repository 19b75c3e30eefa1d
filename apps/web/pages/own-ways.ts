import { computed, inject, Injectable } from '@angular/core';
import { listAssessments } from '@luotsi/assessment/model';
import { listOwnEnrolments, type Meeting } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { isOfGroup, listPlans } from '@luotsi/planning/model';
import { getOwnProgress } from '@luotsi/programme/model';
import { ApiClient } from '@luotsi/platform/web';

/** Where the person stands in each of the ways: asked only of those who may walk them. */
@Injectable()
export class OwnWays {
  private readonly client = inject(ApiClient);
  private readonly person = inject(CurrentPerson);
  private readonly enrolments = this.client.resource(listOwnEnrolments, () =>
    this.person.may('enrolment.own') ? {} : undefined,
  );
  private readonly progress = this.client.resource(getOwnProgress, () =>
    this.person.may('learning.take') ? {} : undefined,
  );
  private readonly assessments = this.client.resource(listAssessments, () =>
    this.person.may('assessment.own') ? {} : undefined,
  );

  private readonly plansInWork = this.client.resource(listPlans, () =>
    this.person.may('plan.write') || this.person.may('plan.publish') ? { query: {} } : undefined,
  );

  /** The next session one is in or in line for; null when there is none, undefined until known. */
  readonly next = computed(() => {
    const own = this.enrolments.value()?.items;
    if (own === undefined) return undefined;
    const coming = own
      .filter(({ past, status, session }) => {
        return !past && status !== 'cancelled' && session.status === 'published';
      })
      .flatMap((item) => {
        const meeting = nextMeeting(item.session.meetings);
        return meeting ? [{ ...item, meeting }] : [];
      });
    return (
      coming.sort((a, b) => Date.parse(a.meeting.start) - Date.parse(b.meeting.start))[0] ?? null
    );
  });

  /** The programme that one has begun and not finished. */
  readonly voyage = computed(() =>
    this.progress.value()?.programmes.find(({ done, continueAt }) => done > 0 && continueAt),
  );

  /** The assessment that one has begun and not finished. */
  readonly unfinished = computed(() =>
    this.assessments.value()?.items.find(({ completedAt }) => completedAt === null),
  );

  /** The newest assessment that one has finished: its id and when. */
  readonly assessed = computed(
    () =>
      (this.assessments.value()?.items ?? [])
        .flatMap(({ id, completedAt: at }) => (at === null ? [] : [{ id, at }]))
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0],
  );

  /** Plans that wait for one: sent to be read and published, and the own group's draft. */
  readonly plans = computed(() => {
    const all = this.plansInWork.value()?.items ?? [];
    const roles = this.person.person()?.roles ?? [];
    return {
      review: all.filter(({ state }) => state === 'submitted' && this.person.may('plan.publish')),
      draft: all.find(({ state, group }) => state === 'draft' && isOfGroup(roles, group.id)),
    };
  });
}

/** The first meeting that is not over. */
function nextMeeting(meetings: readonly Meeting[]): Meeting | undefined {
  return meetings.find(({ cancelled, end }) => !cancelled && Date.parse(end) > Date.now());
}
