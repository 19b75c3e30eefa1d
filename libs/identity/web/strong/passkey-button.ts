import {
  afterNextRender,
  Component,
  DestroyRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Me } from '@luotsi/identity/model';
import { ProblemError, ProblemNotice, useTexts } from '@luotsi/platform/web';
import { PasskeyBrowser, PasskeyNotUsed } from './passkey-browser';
import { strongTexts } from './texts';

/** Milliseconds after which suggestions get a new challenge; one is good for five minutes. */
const RENEWAL = 240_000;

/**
 * Signs in, or takes the second step, with a passkey; not there in browsers that know none. Where it signs
 * in, the browser also suggests passkeys in the field that has `webauthn` in its `autocomplete`.
 */
@Component({
  selector: 'lu-passkey-button',
  imports: [MatButton, ProblemNotice],
  template: `
    @if (browser.known) {
      <div class="stack">
        <lu-problem [of]="problem()" />
        @if (notUsed()) {
          <p role="alert">
            <strong>{{ t('passkey.notFinished') }}.</strong> {{ t('passkey.notFinishedText') }}
          </p>
        }
        <div>
          <button
            matButton="outlined"
            type="button"
            [attr.aria-disabled]="busy() || null"
            (click)="use()"
          >
            {{ t(busy() ? 'passkey.busy' : confirms() ? 'passkey.confirm' : 'passkey.signIn') }}
          </button>
        </div>
      </div>
    }
  `,
})
export class PasskeyButton {
  protected readonly browser = inject(PasskeyBrowser);
  protected readonly t = useTexts(strongTexts);
  /** A second step, not a sign-in. */
  readonly confirms = input(false);
  readonly entered = output<Me>();

  protected readonly busy = signal(false);
  protected readonly notUsed = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  constructor() {
    const { browser } = this;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let suggesting = false;
    let gone = false;
    const suggest = async (): Promise<void> => {
      timer = setTimeout(() => void suggest(), RENEWAL);
      await browser
        .signIn(true)
        .then((person) => this.entered.emit(person))
        .catch((thrown: unknown) => {
          // Not chosen, or taken back: the form and the button are still there.
          if (thrown instanceof ProblemError && !thrown.lostConnection) this.problem.set(thrown);
        });
    };
    afterNextRender(async () => {
      if (this.confirms() || !(await browser.suggests()) || gone) return;
      suggesting = true;
      void suggest();
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(timer);
      if (suggesting) void browser.stopSuggesting();
      gone = true;
    });
  }

  protected async use(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.notUsed.set(false);
    try {
      this.entered.emit(await this.browser.signIn());
    } catch (thrown) {
      if (thrown instanceof ProblemError) this.problem.set(thrown);
      else if (thrown instanceof PasskeyNotUsed) this.notUsed.set(true);
      else throw thrown;
    } finally {
      this.busy.set(false);
    }
  }
}
