import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionPage } from '@luotsi/calendar/model';
import { Format, Language, LocalisedText, SeatBar, useTexts } from '@luotsi/platform/web';
import { firstDay } from '../agenda/agenda-days';
import { Names } from '../names';
import { calendarTexts } from '../texts';
import { enrolmentTexts } from '../enrolment/texts';
import { takenSeats } from './taken-seats';
import { SessionWords } from './session-words';

/** What else is known of a session, as terms and their explanations; what is not known is left out. */
@Component({
  selector: 'lu-session-facts',
  imports: [LocalisedText, RouterLink, SeatBar],
  templateUrl: './session-facts.html',
  styles: `
    dl {
      display: grid;
      gap: 12px;
    }

    dt {
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
    }

    dd {
      margin: 0;
    }
  `,
})
export class SessionFacts {
  protected readonly t = useTexts(calendarTexts);
  private readonly own = useTexts(enrolmentTexts);
  protected readonly format = inject(Format);
  protected readonly taken = takenSeats;
  protected readonly names = inject(Names);
  private readonly words = inject(SessionWords);
  private readonly language = inject(Language);
  readonly session = input.required<SessionPage>();

  protected readonly languages = computed(() => {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return this.format.list(this.session().languages.map((code) => names.of(code) ?? code));
  });
  protected readonly regions = computed(() => {
    const { regions } = this.session();
    return regions.length === 0
      ? this.t('session.wholeCountry')
      : this.format.list(regions.map((code) => this.names.region(code)));
  });
  protected readonly closes = computed(() => {
    const { enrolmentCloses } = this.session();
    return enrolmentCloses === null ? '' : this.words.at(enrolmentCloses);
  });
  /** Since when the first in line has waited. */
  protected readonly waits = computed(() => {
    const { waitlistSince } = this.session();
    return waitlistSince === null
      ? ''
      : this.own('waiting.line', { day: this.format.date(waitlistSince) });
  });
  protected readonly price = computed(
    () => this.format.text(this.session().price) || this.t('session.free'),
  );
  protected readonly mail = computed(() => /\S+@\S+\.\w+/.exec(this.session().contact)?.[0]);
  /** The year whose plans the session's item is read in. */
  protected readonly planYear = computed(() => firstDay(this.session())?.slice(0, 4));
}
