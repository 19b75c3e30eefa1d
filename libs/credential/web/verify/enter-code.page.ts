import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { readCode } from '@luotsi/credential/model';
import { Field, FieldControl, PageHeader, useTexts } from '@luotsi/platform/web';
import { credentialTexts } from '../texts';

/** For whoever has a paper and no camera: the code is typed. */
@Component({
  selector: 'lu-enter-code-page',
  imports: [Field, FieldControl, MatButton, PageHeader],
  template: `
    <lu-page-header [heading]="t('check.title')" [answer]="t('check.lead')" />
    <form class="stack" novalidate (submit)="check($event, typed.value)">
      <lu-field
        [label]="t('check.code')"
        [hint]="t('check.hint')"
        [faults]="isWrong() ? [t('check.fault')] : []"
      >
        <input
          #typed
          luControl
          autocapitalize="characters"
          autocomplete="off"
          maxlength="60"
          spellcheck="false"
          (input)="isWrong.set(false)"
        />
      </lu-field>
      <div>
        <button matButton="filled" type="submit">{{ t('check.action') }}</button>
      </div>
    </form>
  `,
})
export class EnterCodePage {
  private readonly router = inject(Router);
  protected readonly t = useTexts(credentialTexts);
  protected readonly isWrong = signal(false);

  protected check(event: Event, typed: string): void {
    event.preventDefault();
    const code = readCode(typed);
    if (code === null) this.isWrong.set(true);
    else void this.router.navigate(['/verify', code]);
  }
}
