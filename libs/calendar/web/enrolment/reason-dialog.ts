import {
  afterNextRender,
  Component,
  ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Field, FieldControl, useTexts, type Question } from '@luotsi/platform/web';
import { enrolmentTexts } from './texts';

/** One-tap reasons for cancelling late. */
const reasons = ['ill', 'work', 'travel', 'mistake', 'else'] as const;
export type LateReason = (typeof reasons)[number];

/** What was chosen and typed so far. */
export interface TypedReason {
  readonly choice: LateReason | null;
  readonly words: string;
}

/** Why someone cancels shortly before: one tap, or their own words. Emits null for "keep the seat". */
@Component({
  selector: 'lu-reason-dialog',
  imports: [Field, FieldControl, MatButton],
  template: `
    <dialog #dialog aria-labelledby="lu-reason-heading" (close)="answered.emit(reason)">
      <form class="stack" novalidate (submit)="send($event)">
        <h2 id="lu-reason-heading">{{ question().heading }}</h2>
        <p>{{ question().text }}</p>
        <p>{{ t('reason.lead') }}</p>
        <fieldset [attr.aria-describedby]="missing() ? 'lu-reason-missing' : null">
          <legend>{{ t('reason.legend') }}</legend>
          @for (reason of reasons; track reason) {
            <label>
              <input
                type="radio"
                name="lu-reason"
                [value]="reason"
                [checked]="typed().choice === reason"
                (change)="change({ choice: reason })"
              />{{ t(words[reason]) }}
            </label>
          }
        </fieldset>
        <lu-field [label]="t('reason.words')" [hint]="t('reason.wordsHint')">
          <textarea
            luControl
            rows="3"
            maxlength="400"
            [value]="typed().words"
            (input)="change({ words: valueOf($event) })"
          ></textarea>
        </lu-field>
        <div role="alert">
          @if (missing()) {
            <p id="lu-reason-missing" class="missing">{{ t('reason.missing') }}</p>
          }
        </div>
        <div class="row">
          <button matButton="filled">{{ question().action }}</button>
          <button matButton="outlined" type="button" (click)="dialog.close()">
            {{ question().cancel }}
          </button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      font-weight: 600;
    }

    label {
      display: flex;
      gap: 12px;
      align-items: center;
      min-height: 44px;
    }

    textarea {
      min-height: 5rem;
    }

    .missing {
      color: var(--lu-red);
      font-weight: 600;
    }

    .row {
      padding-top: 8px;
    }
  `,
})
export class ReasonDialog {
  protected readonly t = useTexts(enrolmentTexts);
  protected readonly reasons = reasons;
  protected readonly words = {
    ill: 'reason.ill',
    work: 'reason.work',
    travel: 'reason.travel',
    mistake: 'reason.mistake',
    else: 'reason.else',
  } as const;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly question = input.required<Question>();
  /** What was typed when it was asked before and did not get through. */
  readonly before = input<TypedReason>({ choice: null, words: '' });
  readonly kept = output<TypedReason>();
  readonly answered = output<string | null>();
  protected readonly typed = signal<TypedReason>({ choice: null, words: '' });
  protected readonly missing = signal(false);
  protected reason: string | null = null;

  constructor() {
    afterNextRender(() => {
      this.typed.set(this.before());
      this.dialog().nativeElement.showModal();
    });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected change(more: Partial<TypedReason>): void {
    this.typed.update((typed) => ({ ...typed, ...more }));
    this.missing.set(false);
    this.kept.emit(this.typed());
  }

  protected send(event: Event): void {
    event.preventDefault();
    const { choice, words } = this.typed();
    const own = words.trim();
    this.missing.set(choice === null && own === '');
    if (this.missing()) return;
    const chosen = choice === null || (choice === 'else' && own !== '') ? [] : [choice];
    const texts = [...chosen.map((reason) => this.t(this.words[reason])), own];
    this.reason = texts.filter((text) => text !== '').join(': ');
    // Closing gives the focus back to the button that asked.
    this.dialog().nativeElement.close();
  }
}
