import { Component, computed, effect, input, signal } from '@angular/core';

/** The margin that readers of the code need, in its squares (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A text as a QR code; what draws it is fetched when it is first needed. */
@Component({
  selector: 'lu-qr-code',
  template: `
    @if (drawn(); as code) {
      <svg
        role="img"
        shape-rendering="crispEdges"
        [attr.viewBox]="code.box"
        [attr.aria-label]="label()"
      >
        <rect class="ground" [attr.width]="code.side" [attr.height]="code.side" />
        <path class="squares" [attr.d]="code.squares" />
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
      aspect-ratio: 1;
    }

    svg {
      display: block;
      width: 100%;
      border: 1px solid var(--lu-line);
      border-radius: var(--lu-radius);
    }

    // Readers want dark squares on a light ground, by night too.
    svg {
      color-scheme: light;
    }

    .ground {
      fill: Canvas;
    }

    .squares {
      fill: CanvasText;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  /** What the picture says, for those who don't see it. */
  readonly label = input.required<string>();
  private readonly code = signal<{ size: number; isDark: (at: number) => boolean } | undefined>(
    undefined,
  );

  protected readonly drawn = computed(() => {
    const code = this.code();
    if (!code) return undefined;
    const side = code.size + 2 * QUIET_ZONE;
    let squares = '';
    for (let row = 0; row < code.size; row++)
      for (let column = 0; column < code.size; column++)
        if (code.isDark(row * code.size + column))
          squares += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
    return { side, squares, box: `0 0 ${side} ${side}` };
  });

  constructor() {
    effect(() => {
      const text = this.text();
      void import('qrcode').then(({ default: qrcode }) => {
        const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
        if (text === this.text()) this.code.set({ size, isDark: (at) => data[at] === 1 });
      });
    });
  }
}
