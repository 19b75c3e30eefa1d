import {
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  feedbackQuestions,
  getAfterSession,
  getSession,
  giveFeedback,
  type OwnFeedbackState,
} from '@luotsi/calendar/model';
import {
  ApiClient,
  BackLink,
  Field,
  FieldControl,
  Format,
  PageHeader,
  ProblemNotice,
  ProblemPage,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { feedbackTexts } from '../texts';
import { FeedbackDraft } from './feedback-draft';
import { RatingField } from './rating-field';
import { RecommendField } from './recommend-field';

/** How it stands here: `thanks` when it has just been sent. */
type State = OwnFeedbackState | 'thanks';

const headings = {
  open: 'give.heading',
  thanks: 'give.thanks',
  given: 'give.given',
  closed: 'give.closed',
  none: 'give.none',
} as const;
const answers = {
  thanks: 'give.thanksText',
  given: 'give.givenText',
  closed: 'give.closedText',
  none: 'give.noneText',
} as const;

/** How a session was: a minute on the phone, on the way home. */
@Component({
  selector: 'lu-give-feedback-page',
  imports: [
    BackLink,
    Field,
    FieldControl,
    MatButton,
    PageHeader,
    ProblemNotice,
    ProblemPage,
    RatingField,
    RecommendField,
    RouterLink,
    Skeleton,
  ],
  providers: [FeedbackDraft],
  templateUrl: './give-feedback.page.html',
  styles: `
    form {
      --lu-gap: 24px;
    }

    .note,
    .send {
      max-width: var(--lu-measure);
    }

    .send {
      display: grid;
      gap: 8px;
    }

    @media (width < 40rem) {
      .send button {
        min-height: 52px;
      }
    }
  `,
})
export class GiveFeedbackPage {
  protected readonly t = useTexts(feedbackTexts);
  protected readonly draft = inject(FeedbackDraft);
  private readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  readonly id = input.required<string>();

  protected readonly questions = feedbackQuestions;
  protected readonly texts = ['good', 'better'] as const;
  protected readonly labels = {
    whole: 'questions.whole',
    content: 'questions.content',
    usefulness: 'questions.usefulness',
  } as const;

  protected readonly session = this.client.resource(getSession, () => ({
    params: { id: this.id() },
  }));
  protected readonly after = this.client.resource(getAfterSession, () => ({
    params: { id: this.id() },
  }));
  private readonly done = signal<'thanks' | 'given' | null>(null);
  protected readonly state = computed<State | undefined>(() => {
    const known = this.session.value() && this.after.value();
    return known && (this.done() ?? known.feedback);
  });
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  private readonly header = viewChild(PageHeader);
  private readonly ratings = viewChildren(RatingField);
  private readonly recommend = viewChild(RecommendField);

  constructor() {
    effect(() => this.draft.of(this.id()));
  }

  protected heading(state: State): string {
    return this.t(headings[state]);
  }

  protected answer(state: State): string {
    if (state !== 'open') return this.t(answers[state]);
    const session = this.session.value();
    const until = this.after.value()?.until;
    const last = session?.meetings.findLast(({ cancelled }) => !cancelled);
    if (!session || !until || !last) return '';
    return this.t('give.of', {
      title: this.format.text(session.title),
      day: this.format.date(last.start, last.timeZone),
      until: this.format.date(until),
    });
  }

  protected hint(text: (typeof this.texts)[number]): string {
    return text === 'good' ? this.t('give.voluntary') : '';
  }

  protected faultOf(name: (typeof feedbackQuestions)[number] | 'recommend'): string {
    return this.tried() && this.draft.missing().includes(name) ? this.t('give.choose') : '';
  }

  protected again(): void {
    this.session.reload();
    this.after.reload();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const body = this.draft.whole();
    if (!body) return this.toMissing();
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.client.send(giveFeedback, { params: { id: this.id() }, body });
      this.finish('thanks');
    } catch (thrown) {
      const problem = thrown as ProblemError;
      // It got through before, and the answer to it didn't come back.
      if (problem.is('feedback-given')) this.finish('given');
      else this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  private finish(how: 'thanks' | 'given'): void {
    this.draft.drop();
    this.done.set(how);
    this.header()?.focus();
  }

  private toMissing(): void {
    const [first] = this.draft.missing();
    const place = feedbackQuestions.findIndex((question) => question === first);
    if (place < 0) this.recommend()?.focus();
    else this.ratings()[place]?.focus();
  }
}
