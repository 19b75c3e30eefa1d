import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon, Notices, useTexts } from '@luotsi/platform/web';
import { strongTexts } from './texts';

/** New recovery codes, shown this once: to be copied, downloaded or printed. */
@Component({
  selector: 'lu-recovery-codes',
  imports: [Icon, MatButton],
  template: `
    <div class="sheet stack">
      <h3 #heading tabindex="-1">{{ t('codes.heading') }}</h3>
      <p>{{ t('codes.text') }}</p>
      <ol class="bare-list">
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ol>
      <div class="row no-print">
        <button matButton="outlined" type="button" (click)="copy()">
          <lu-icon name="copy" /> {{ t('codes.copy') }}
        </button>
        <button matButton="outlined" type="button" (click)="download()">
          <lu-icon name="download" /> {{ t('codes.download') }}
        </button>
        <button matButton="outlined" type="button" (click)="print()">
          <lu-icon name="print" /> {{ t('codes.print') }}
        </button>
      </div>
      <div class="no-print">
        <button matButton="filled" type="button" (click)="saved.emit()">
          {{ t('codes.done') }}
        </button>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--lu-measure);
    }

    ol {
      display: grid;
      grid-template-columns: repeat(2, max-content);
      gap: 8px 32px;
    }

    code {
      font-family: var(--lu-font);
      font-size: var(--lu-size-4);
      letter-spacing: 0.05em;
    }
  `,
})
export class RecoveryCodes {
  private readonly notices = inject(Notices);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly t = useTexts(strongTexts);
  readonly codes = input.required<readonly string[]>();
  readonly saved = output();

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.codes().join('\n'));
      this.notices.tell(this.t('codes.copied'));
    } catch {
      // Not allowed by the browser: the codes stand there, and the other ways work.
    }
  }

  protected download(): void {
    const text = `${this.t('codes.fileText')}\n\n${this.codes().join('\n')}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = this.t('codes.file');
    link.click();
    URL.revokeObjectURL(address);
  }

  protected print(): void {
    window.print();
  }
}
