import { Component, inject, Injectable, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { useTexts } from '../language/texts';
import { platformTexts } from '../texts';
import { Icon } from './icon';

/** A short word that something was done, and the way to take it back. */
export interface Notice {
  readonly text: string;
  /** "Kumoa" beside it, when the thing can be undone. */
  readonly undo?: () => void;
}

/** Tells, without taking the person anywhere: `inject(Notices).tell('Tallennettu')`. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly shown = signal<Notice | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly current = this.shown.asReadonly();

  /**
   * Shows and announces; goes by itself after a while, unless it can be undone.
   * @param undoStays for how long it can be, in milliseconds; until it is dismissed unless given
   */
  tell(text: string, undo?: () => void, undoStays?: number): void {
    clearTimeout(this.timer);
    this.shown.set({ text, ...(undo ? { undo } : {}) });
    const stays = undo ? undoStays : 8000;
    if (stays !== undefined) this.timer = setTimeout(() => this.dismiss(), stays);
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.shown.set(undefined);
  }
}

/** Where notices appear; stands once, in the shell. */
@Component({
  selector: 'lu-notices',
  imports: [Icon, MatButton],
  template: `
    <div role="status">
      @if (notices.current(); as notice) {
        <div class="notice">
          <p>{{ notice.text }}</p>
          @if (notice.undo; as undo) {
            <button matButton type="button" (click)="undo(); notices.dismiss()">
              {{ t('notice.undo') }}
            </button>
          }
          <button
            class="close"
            type="button"
            [attr.aria-label]="t('close')"
            (click)="notices.dismiss()"
          >
            <lu-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      z-index: 20;
      inset-block-end: calc(var(--lu-bar, 0px) + 16px);
      inset-inline: 16px;
      display: grid;
      justify-items: center;
      pointer-events: none;
    }

    /* On a phone the thumb's buttons are below: what is told doesn't lie on them. */
    @media (width < 40rem) {
      :host {
        inset-block: 4px auto;
      }
    }

    .notice {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 4px 4px 4px 16px;
      border-radius: var(--lu-radius);
      background: var(--lu-ink);
      color: var(--lu-paper);
      pointer-events: auto;

      --mat-button-text-label-text-color: var(--lu-paper);
    }

    button:focus-visible {
      outline-color: var(--lu-paper);
    }

    .close {
      display: grid;
      place-items: center;
      width: 44px;
      height: 44px;
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
    }
  `,
})
export class NoticeArea {
  protected readonly notices = inject(Notices);
  protected readonly t = useTexts(platformTexts);
}
