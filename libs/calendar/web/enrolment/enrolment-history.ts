import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import type { OwnEnrolment } from '@luotsi/calendar/model';
import {
  Format,
  ProblemNotice,
  Skeleton,
  useTexts,
  asProblem,
  Language,
} from '@luotsi/platform/web';
import type { ProblemError } from '@luotsi/platform/web';
import { EnrolmentClient } from './enrolment-client';
import { stepKey } from './step-words';
import { enrolmentTexts } from './texts';

type Step = OwnEnrolment['history'][number];

/** Every step of one's enrolment in words, the latest first; read when it is opened. */
@Component({
  selector: 'lu-enrolment-history',
  imports: [ProblemNotice, Skeleton],
  template: `
    @if (steps(); as all) {
      <ol class="bare-list" role="list">
        @for (step of all; track step.at + step.reason) {
          <li>
            <span class="quiet small">{{ format.moment(step.at) }}</span>
            <span>
              {{ t(stepKey(step)) }}.
              @if (step.note; as note) {
                {{ t(step.by === 'self' ? 'history.ownWhy' : 'history.why', { note }) }}
              }
            </span>
          </li>
        }
      </ol>
    } @else if (problem(); as it) {
      <lu-problem [of]="it" [canRetry]="true" (retry)="read()" />
    } @else {
      <lu-skeleton [lines]="2" />
    }
  `,
  styles: `
    li {
      display: grid;
      gap: 0 16px;
      padding-block: 6px;
    }

    @media (width >= 40rem) {
      li {
        grid-template-columns: 11rem minmax(0, 1fr);
      }
    }
  `,
})
export class EnrolmentHistory {
  protected readonly t = useTexts(enrolmentTexts);
  protected readonly format = inject(Format);
  protected readonly stepKey = stepKey;
  private readonly client = inject(EnrolmentClient);
  private readonly language = inject(Language);
  readonly sessionId = input.required<string>();
  /** Rises with every change: then it is read again. */
  readonly changes = input(0);
  protected readonly steps = signal<readonly Step[] | undefined>(undefined);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  constructor() {
    effect(() => {
      this.sessionId();
      this.changes();
      untracked(() => void this.read());
    });
  }

  protected async read(): Promise<void> {
    this.problem.set(undefined);
    try {
      this.steps.set((await this.client.ownOnce(this.sessionId())).history);
    } catch (thrown) {
      this.problem.set(asProblem(thrown, this.language.current()));
    }
  }
}
