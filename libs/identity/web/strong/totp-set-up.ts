import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { confirmTotp } from '@luotsi/identity/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Icon,
  Notices,
  ProblemNotice,
  QrCode,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { strongTexts } from './texts';

/** A new secret on its way into an app: scanned or typed in, then confirmed with a code. */
@Component({
  selector: 'lu-totp-set-up',
  imports: [Field, FieldControl, Icon, MatButton, ProblemNotice, QrCode],
  template: `
    <div class="sheet stack">
      <h3>1. {{ t('scan.heading') }}</h3>
      <p>{{ t('scan.text') }}</p>
      <div class="both">
        <lu-qr-code [text]="address()" [label]="t('scan.picture')" />
        <div class="stack">
          <p class="small">{{ t('scan.byHand') }}</p>
          <p class="secret">{{ grouped() }}</p>
          <div>
            <button matButton type="button" (click)="copy()">
              <lu-icon name="copy" /> {{ t('scan.copy') }}
            </button>
          </div>
        </div>
      </div>
      <h3>2. {{ t('scan.codeHeading') }}</h3>
      <form novalidate class="stack" (submit)="confirm($event)">
        <lu-problem [of]="problem()" />
        <lu-field
          [label]="t('take.code')"
          [hint]="t('take.codeHint')"
          [faults]="missing() ? [t('take.codeMissing')] : []"
        >
          <input
            luControl
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="12"
            required
          />
        </lu-field>
        <div class="row">
          <button matButton="filled" type="submit" [attr.aria-disabled]="busy() || null">
            {{ t('scan.action') }}
          </button>
          <button matButton="outlined" type="button" (click)="left.emit()">
            {{ t('scan.cancel') }}
          </button>
        </div>
      </form>
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--lu-measure);
    }

    .both {
      display: flex;
      flex-wrap: wrap;
      gap: 16px 24px;
      align-items: start;
    }

    lu-qr-code {
      flex: none;
      width: min(220px, 100%);
    }

    .both > .stack {
      flex: 1 1 12rem;
    }

    .secret {
      font-size: var(--lu-size-4);
      letter-spacing: 0.05em;
    }

    input {
      max-width: 12rem;
      font-size: var(--lu-size-4);
      letter-spacing: 0.1em;
    }
  `,
})
export class TotpSetUp {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  protected readonly t = useTexts(strongTexts);
  /** The secret in base32, as it is typed. */
  readonly secret = input.required<string>();
  /** `otpauth:`, as the QR code has it. */
  readonly address = input.required<string>();
  /** It counts now; with the recovery codes. */
  readonly confirmed = output<readonly string[]>();
  readonly left = output();

  protected readonly grouped = computed(() => this.secret().replace(/.{4}(?=.)/g, '$& '));
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const field = (event.target as HTMLFormElement).querySelector('input');
    const code = field?.value.replace(/\s/g, '') ?? '';
    this.missing.set(code.length < 6);
    if (this.missing()) {
      field?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { codes } = await this.client.send(confirmTotp, { body: { code } });
      this.confirmed.emit(codes);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
      field?.select();
    } finally {
      this.busy.set(false);
    }
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.secret());
      this.notices.tell(this.t('codes.copied'));
    } catch {
      // Not allowed by the browser: the key stands there to be selected.
    }
  }
}
