import {
  afterNextRender,
  Component,
  input,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Localised } from '@luotsi/platform/model';
import { useTexts } from '@luotsi/platform/web';
import { ReasonFields } from '../organise/reason-fields';
import { editorTexts } from './texts';

/**
 * Asks why a session is cancelled, and says how many will be told:
 * `<lu-cancel-dialog [told] (answered)>`, null when it is not cancelled after all.
 */
@Component({
  selector: 'lu-cancel-dialog',
  imports: [MatButton, ReasonFields],
  template: `
    <dialog #dialog aria-labelledby="lu-cancel-heading" (close)="answer(null)">
      <form class="stack" novalidate (submit)="$event.preventDefault(); send(why.given())">
        <h2 id="lu-cancel-heading">{{ t('cancel.heading') }}</h2>
        <p>{{ t('cancel.text') }} {{ told() }}</p>
        <lu-reason-fields #why />
        <div class="row">
          <button matButton="filled" type="submit">{{ t('cancel.action') }}</button>
          <button matButton="outlined" type="button" (click)="dialog.close()">
            {{ t('cancel.back') }}
          </button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(36rem, 100vw - 32px);
    }
  `,
})
export class CancelDialog {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly t = useTexts(editorTexts);
  readonly told = input.required<string>();
  readonly answered = output<Localised | null>();
  private hasAnswered = false;

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected send(reason: Localised | null): void {
    if (reason) this.answer(reason);
  }

  protected answer(reason: Localised | null): void {
    if (this.hasAnswered) return;
    this.hasAnswered = true;
    // Closing gives the focus back to where it was asked from.
    this.dialog().nativeElement.close();
    this.answered.emit(reason);
  }
}
