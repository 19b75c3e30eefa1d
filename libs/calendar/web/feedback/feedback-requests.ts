import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listFeedbackRequests } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { ApiClient, Format, LocalisedText, useTexts } from '@luotsi/platform/web';
import { feedbackTexts } from './texts';

/** The sessions on which one's feedback is asked for, and the way to one's certificates. */
@Component({
  selector: 'lu-feedback-requests',
  imports: [LocalisedText, MatButton, RouterLink],
  template: `
    @if (items().length > 0) {
      <section aria-labelledby="lu-feedback-asked">
        <h2 id="lu-feedback-asked">{{ t('asked.heading') }}</h2>
        <ul class="bare-list hairlines" role="list">
          @for (item of items(); track item.sessionId) {
            <li>
              <div>
                <h3>
                  <a [routerLink]="['/sessions', item.sessionId]"><lu-text [of]="item.title" /></a>
                </h3>
                <p class="small quiet">
                  {{ t('asked.until', { until: format.date(item.until) }) }}
                </p>
              </div>
              <a
                matButton="outlined"
                [attr.aria-label]="t('asked.actionNamed', { title: format.text(item.title) })"
                [routerLink]="['/sessions', item.sessionId, 'feedback']"
              >
                {{ t('asked.action') }}
              </a>
            </li>
          }
        </ul>
      </section>
    }
    <p class="certificates">
      <a routerLink="/credentials">{{ t('asked.certificates') }}</a>
    </p>
  `,
  styles: `
    section,
    .certificates {
      padding-top: 24px;
    }

    h2 {
      margin-bottom: 12px;
    }

    h3 {
      font-size: var(--lu-size-3);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      padding-block: 12px;
    }
  `,
})
export class FeedbackRequests {
  protected readonly t = useTexts(feedbackTexts);
  protected readonly format = inject(Format);
  private readonly current = inject(CurrentPerson);
  private readonly asked = inject(ApiClient).resource(listFeedbackRequests, () =>
    this.current.may('enrolment.own') ? {} : undefined,
  );
  protected readonly items = computed(() => this.asked.latest()?.items ?? []);
}
