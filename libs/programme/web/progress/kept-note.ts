import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ProblemNotice, useTexts } from '@luotsi/platform/web';
import { programmeTexts } from '../texts';
import { Progress } from './progress.store';

/** Says what became of one's marks when they did not get through, or why one was refused. */
@Component({
  selector: 'lu-kept-note',
  imports: [MatButton, ProblemNotice],
  template: `
    <div role="status">
      @if (progress.waiting(); as count) {
        <p>{{ t('own.kept', { count }) }}</p>
      }
    </div>
    @if (progress.problem(); as problem) {
      <lu-problem [of]="problem" />
    }
    @if (progress.reader() === 'unreached') {
      <p>{{ t('own.unknown') }}</p>
      <button matButton="outlined" type="button" (click)="progress.reload()">
        {{ t('own.unknownRetry') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    /* Always there, so that what appears in it is read out; empty it takes no room. */
    [role='status']:empty {
      position: absolute;
    }

    button {
      justify-self: start;
    }

    [role='status'] p {
      padding: 8px 12px;
      border-inline-start: 3px solid var(--lu-lantern-edge);
      background: var(--lu-lantern-soft);
      color: var(--lu-lantern-word);
    }
  `,
})
export class KeptNote {
  protected readonly t = useTexts(programmeTexts);
  protected readonly progress = inject(Progress);
}
