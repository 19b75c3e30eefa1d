import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  listAccessibilityFeedback,
  markFeedbackAnswered,
  type ReceivedFeedback,
} from '@luotsi/identity/model';
import {
  ApiClient,
  BackLink,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { statementTexts } from './texts';

/** For administrators: what has been told of the service's accessibility, and by when to answer. */
@Component({
  selector: 'lu-feedback-page',
  imports: [BackLink, MatButton, PageHeader, ProblemNotice, Skeleton, StatusWord],
  template: `
    <lu-page-header [heading]="t('feedback.title')" [answer]="answer()">
      <lu-back-link to="/accessibility">{{ t('feedback.statement') }}</lu-back-link>
    </lu-page-header>
    <lu-problem [of]="problem() ?? told.problem()" />
    @if (told.latest(); as list) {
      <ul class="bare-list hairlines">
        @for (one of list.items; track one.id) {
          <li class="stack">
            <lu-status [kind]="kindOf(one)">{{ stateOf(one) }}</lu-status>
            <p class="message" [attr.lang]="one.language">{{ one.message }}</p>
            <p class="quiet small">
              {{ t('feedback.received', { date: format.date(one.receivedAt) }) }} ·
              {{
                one.contact
                  ? t('feedback.contact', { contact: one.contact })
                  : t('feedback.anonymous')
              }}
            </p>
            <div>
              <button
                [matButton]="one.answeredAt ? 'text' : 'outlined'"
                type="button"
                [attr.aria-label]="
                  t(one.answeredAt ? 'feedback.unmarkNamed' : 'feedback.markNamed', {
                    date: format.moment(one.receivedAt),
                  })
                "
                (click)="mark(one)"
              >
                {{ t(one.answeredAt ? 'feedback.unmark' : 'feedback.mark') }}
              </button>
            </div>
          </li>
        }
      </ul>
      @if (list.items.length === 0) {
        <p>{{ t('feedback.noneText') }}</p>
      }
    } @else if (!told.problem()) {
      <lu-skeleton [lines]="4" />
    }
  `,
  styles: `
    .message {
      white-space: pre-line;
    }
  `,
})
export class FeedbackPage {
  private readonly client = inject(ApiClient);
  protected readonly t = useTexts(statementTexts);
  protected readonly format = inject(Format);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly told = this.client.resource(listAccessibilityFeedback, () => ({}));
  protected readonly answer = computed(() => {
    const items = this.told.latest()?.items;
    if (!items) return null;
    const count = items.filter(({ answeredAt }) => answeredAt === null).length;
    if (count > 0) return this.t('feedback.open', { count });
    return this.t(items.length > 0 ? 'feedback.allAnswered' : 'feedback.none');
  });

  protected kindOf(one: ReceivedFeedback) {
    if (one.answeredAt) return 'good';
    return isLate(one) ? 'bad' : 'act';
  }

  protected stateOf(one: ReceivedFeedback): string {
    if (one.answeredAt) {
      return this.t('feedback.answered', { date: this.format.date(one.answeredAt) });
    }
    return this.t(isLate(one) ? 'feedback.late' : 'feedback.due', {
      date: this.format.date(one.dueAt),
    });
  }

  protected async mark({ id, answeredAt }: ReceivedFeedback): Promise<void> {
    this.problem.set(null);
    try {
      const sent = { params: { id }, body: { answered: answeredAt === null } };
      const marked = await this.client.send(markFeedbackAnswered, sent);
      const items = this.told.latest()?.items ?? [];
      this.told.set({ items: items.map((one) => (one.id === id ? marked : one)) });
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }
}

function isLate({ dueAt }: ReceivedFeedback): boolean {
  return Date.parse(dueAt) < Date.now();
}
