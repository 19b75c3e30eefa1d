import { Component, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Field, FieldControl, useTexts } from '@luotsi/platform/web';
import { planningTexts } from '../texts';

/** Why a plan goes back to its group. */
@Component({
  selector: 'lu-return-form',
  imports: [Field, FieldControl, MatButton],
  template: `
    <form
      class="sheet stack"
      novalidate
      (submit)="$event.preventDefault(); submit(comment.value.trim())"
    >
      <lu-field
        [label]="t('desk.returnComment')"
        [hint]="t('desk.returnHint')"
        [faults]="empty() ? [t('desk.returnNeeds')] : []"
      >
        <textarea luControl #comment rows="4" maxlength="4000"></textarea>
      </lu-field>
      <div class="row">
        <button matButton="filled" type="submit">{{ t('desk.returnDo') }}</button>
        <button matButton="outlined" type="button" (click)="closed.emit()">
          {{ t('desk.close') }}
        </button>
      </div>
    </form>
  `,
})
export class ReturnForm {
  protected readonly t = useTexts(planningTexts);
  protected readonly empty = signal(false);
  readonly send = output<string>();
  readonly closed = output();

  protected submit(comment: string): void {
    this.empty.set(comment === '');
    if (comment !== '') this.send.emit(comment);
  }
}
