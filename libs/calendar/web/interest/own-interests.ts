import { Component, computed, inject, Injector } from '@angular/core';
import { useTexts } from '@luotsi/platform/web';
import { OwnEnrolments } from '../enrolment/own-enrolments.store';
import { InterestClient } from './interest-client';
import { interestTexts } from './texts';
import { UndatedLine } from './undated-line';

/** The sessions without a date that one is interested in; nothing when there are none. */
@Component({
  selector: 'lu-own-interests',
  imports: [UndatedLine],
  template: `
    @if (items(); as sessions) {
      <section aria-labelledby="lu-own-interests">
        <h2 id="lu-own-interests">{{ t('own') }}</h2>
        <p class="quiet small">{{ t('how') }}</p>
        <ul class="bare-list hairlines" role="list">
          @for (session of sessions; track session.id) {
            <li><lu-undated-line [session]="session" /></li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      padding-top: 24px;
    }

    ul {
      padding-top: 8px;
    }
  `,
})
export class OwnInterests {
  protected readonly t = useTexts(interestTexts);
  private readonly list = inject(InterestClient).own(inject(OwnEnrolments).may, inject(Injector));
  protected readonly items = computed(() => {
    const items = this.list.latest()?.items ?? [];
    return items.length > 0 ? items : null;
  });
}
