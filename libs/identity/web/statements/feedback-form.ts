import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { giveAccessibilityFeedback } from '@luotsi/identity/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Format,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { statementTexts } from './texts';

/** Telling of an obstacle: no account, no e-mail program, and what was written stays if it fails. */
@Component({
  selector: 'lu-feedback-form',
  imports: [Field, FieldControl, MatButton, ProblemNotice],
  template: `
    @if (sent(); as due) {
      <div #thanks class="sheet stack" role="status" tabindex="-1">
        <h3>{{ t('accessibility.form.sent') }}</h3>
        <p>{{ t('accessibility.form.sentText', { date: format.date(due) }) }}</p>
        <div>
          <button matButton type="button" (click)="sent.set(null)">
            {{ t('accessibility.form.another') }}
          </button>
        </div>
      </div>
    } @else {
      <form novalidate class="stack" (submit)="submit($event)">
        <p>{{ t('accessibility.form.text') }}</p>
        <lu-problem [of]="problem()" [fields]="['/message', '/contact']" />
        <lu-field
          [label]="t('accessibility.form.message')"
          [error]="problem()"
          pointer="/message"
          [faults]="missing() ? [t('accessibility.form.messageMissing')] : []"
        >
          <textarea #message luControl name="message" maxlength="4000" required></textarea>
        </lu-field>
        <lu-field [label]="t('accessibility.form.contact')" [error]="problem()" pointer="/contact">
          <input #contact luControl name="contact" maxlength="254" autocomplete="email" />
        </lu-field>
        <div>
          <button matButton="outlined" type="submit" [attr.aria-disabled]="busy() || null">
            {{ t(busy() ? 'accessibility.form.busy' : 'accessibility.form.action') }}
          </button>
        </div>
      </form>
    }
  `,
})
export class FeedbackForm {
  private readonly client = inject(ApiClient);
  private readonly injector = inject(Injector);
  private readonly message = viewChild<ElementRef<HTMLTextAreaElement>>('message');
  private readonly contact = viewChild<ElementRef<HTMLInputElement>>('contact');
  private readonly thanks = viewChild<ElementRef<HTMLElement>>('thanks');
  protected readonly t = useTexts(statementTexts);
  protected readonly format = inject(Format);
  /** By when it is answered; null until something has been sent. */
  protected readonly sent = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const message = this.message()?.nativeElement;
    if (this.busy() || !message) return;
    this.problem.set(null);
    this.missing.set(message.value.trim() === '');
    if (this.missing()) {
      message.focus();
      return;
    }
    this.busy.set(true);
    try {
      const body = { message: message.value, contact: this.contact()?.nativeElement.value ?? null };
      const { dueAt } = await this.client.send(giveAccessibilityFeedback, {
        body,
      });
      this.sent.set(dueAt);
      afterNextRender(() => this.thanks()?.nativeElement.focus(), { injector: this.injector });
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }
}
