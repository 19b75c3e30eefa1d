import { Component, computed, inject, input } from '@angular/core';
import type { SessionPage } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { useTexts } from '@luotsi/platform/web';
import { enrolmentTexts } from '../enrolment/texts';
import { Names } from '../names';
import { SessionWords } from './session-words';

/** The seats that are kept for people of some regions, until when, and whether one is among them. */
@Component({
  selector: 'lu-regional-seats',
  template: `
    <dl>
      <dt>{{ t('shares.heading') }}</dt>
      @for (share of session().regionalSeats; track share.region) {
        <dd>{{ t('shares.of', { region: names.region(share.region), count: share.seats }) }}</dd>
      }
      <dd class="quiet small">{{ until() }}</dd>
      @if (own(); as words) {
        <dd class="small">{{ words }}</dd>
      }
    </dl>
  `,
  styles: `
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
  readonly session =
    input.required<Pick<SessionPage, 'regionalSeats' | 'regionalSeatsUntil' | 'enrolmentCloses'>>();

  protected readonly until = computed(() => {
    const { regionalSeatsUntil, enrolmentCloses } = this.session();
    const end = regionalSeatsUntil ?? enrolmentCloses;
    return end === null ? '' : this.t('shares.until', { when: this.words.at(end) });
  });
  protected readonly own = computed(() => {
    const profile = this.person()?.profile;
    if (!profile) return '';
    const { region, confirmed } = profile;
    const isShared = this.session().regionalSeats.some((share) => share.region === region);
    if (region === null || !isShared) return this.t('shares.others');
    const facts = { region: this.names.region(region) };
    return this.t(confirmed.region ? 'shares.yours' : 'shares.unconfirmed', facts);
  });
}
