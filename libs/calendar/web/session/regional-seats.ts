import { Component, computed, inject, input } from '@angular/core';
import { isActive, type OwnEnrolment, type SessionPage } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { useTexts } from '@luotsi/platform/web';
import { enrolmentTexts } from '../enrolment/texts';
import { Names } from '../names';
import { SessionWords } from './session-words';
import { takenSeats } from './taken-seats';

type Shared = Pick<SessionPage, 'status' | 'enrolmentOpen' | 'enrolmentCloses'> &
  Pick<SessionPage, 'capacity' | 'confirmedCount' | 'offeredCount'> &
  Partial<Pick<SessionPage, 'regionalSeats' | 'regionalSeatsUntil'>>;

/**
 * The seats that are kept for people of some regions, until when, and whether one is among them. For
 * those who may enrol or who wait; nothing for who has a seat, and once the seats are everyone's.
 */
@Component({
  selector: 'lu-regional-seats',
  template: `
    @if (isShown()) {
      <dl>
        <dt>{{ t('shares.heading') }}</dt>
        @for (share of shares(); track share.region) {
          <dd>{{ t('shares.of', { region: names.region(share.region), count: share.seats }) }}</dd>
        }
        <dd class="quiet small">{{ until() }}</dd>
        @if (own(); as words) {
          <dd class="small">{{ words }}</dd>
        }
      </dl>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }

    dl,
    dd {
      margin: 0;
    }

    dt {
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
    }
  `,
})
export class RegionalSeats {
  protected readonly t = useTexts(enrolmentTexts);
  protected readonly names = inject(Names);
  private readonly words = inject(SessionWords);
  private readonly person = inject(CurrentPerson).person;
  readonly session = input.required<Shared>();
  /** How one stands there. */
  readonly standing = input<OwnEnrolment['status']>('none');

  protected readonly shares = computed(() => this.session().regionalSeats ?? []);
  private readonly end = computed(() => {
    const { regionalSeatsUntil, enrolmentCloses } = this.session();
    return regionalSeatsUntil ?? enrolmentCloses;
  });
  protected readonly isShown = computed(() => {
    const end = this.end();
    const isOver = end !== null && Date.parse(end) <= Date.now();
    if (isOver || this.shares().length === 0) return false;
    const { status, enrolmentOpen } = this.session();
    const standing = this.standing();
    // Seats may be kept for longer than one can enrol.
    const waits = standing === 'waitlisted' || standing === 'applied';
    return waits ? status === 'published' : enrolmentOpen && !isActive(standing);
  });
  protected readonly until = computed(() => {
    const end = this.end();
    return end === null ? '' : this.t('shares.until', { when: this.words.at(end) });
  });
  protected readonly own = computed(() => {
    const profile = this.person()?.profile;
    if (!profile) return '';
    const { region, confirmed } = profile;
    const isShared = this.shares().some((share) => share.region === region);
    const isOwn = region !== null && isShared;
    if (isOwn && !confirmed.region)
      return this.t('shares.unconfirmed', { region: this.names.region(region) });
    // Whoever waits beside free seats waits because of whom they are kept for.
    const { capacity } = this.session();
    const isFree = takenSeats(this.session()) < capacity;
    if (this.standing() === 'waitlisted' && isFree) return this.t('shares.waiting');
    if (isOwn) return this.t('shares.yours', { region: this.names.region(region) });
    const kept = this.shares().reduce((sum, { seats }) => sum + seats, 0);
    const others = this.t('shares.others');
    return kept < capacity ? `${others} ${this.t('shares.rest')}` : others;
  });
}
