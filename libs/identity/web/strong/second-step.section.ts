import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import {
  renewRecoveryCodes,
  startTotp,
  turnOffTotp,
  waysOfSecondStep,
} from '@luotsi/identity/model';
import {
  ApiClient,
  Format,
  Notices,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { RETURN, safeReturn } from '../sign-in-address';
import { Ask, type Told } from './ask';
import { RecoveryCodes } from './recovery-codes';
import { SecondStepStore } from './second-step.store';
import { strongTexts } from './texts';
import { TotpSetUp } from './totp-set-up';

/** On the page of one's own security: one-time codes and recovery codes, and why they are needed. */
@Component({
  selector: 'lu-second-step',
  imports: [MatButton, ProblemNotice, RecoveryCodes, RouterLink, Skeleton, StatusWord, TotpSetUp],
  templateUrl: './second-step.section.html',
  styles: `
    .sheet {
      max-width: var(--lu-measure);
    }
  `,
})
export class SecondStepSection {
  private readonly client = inject(ApiClient);
  private readonly ask = inject(Ask);
  private readonly notices = inject(Notices);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  protected readonly t = useTexts(strongTexts);
  protected readonly format = inject(Format);
  protected readonly store = inject(SecondStepStore);

  protected readonly begun = signal<{ secret: string; address: string } | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);

  /** Why one has come here: a page that needs the second step has sent one. */
  protected readonly need = computed(() => {
    const state = this.store.state();
    if (!state) return null;
    if (state.on && !state.confirmed) return 'confirm' as const;
    if (state.compulsory && !state.on) return 'setUp' as const;
    return state.confirmed && this.onward() ? ('done' as const) : null;
  });
  /** Where one was going before. */
  protected readonly onward = computed(() => {
    const wished = safeReturn(this.query()?.get(RETURN));
    return this.query()?.has('reason') && wished !== '/' ? wished : null;
  });
  protected readonly confirmation = computed(() => {
    const state = this.store.state();
    const ways = state
      ? waysOfSecondStep({
          compulsory: state.compulsory,
          totp: state.totp !== null,
          passkeys: state.passkeys.length,
          recoveryCodes: state.recoveryCodes.left,
        })
      : [];
    return { ways: ways.join(), [RETURN]: this.onward() ?? '/account/security' };
  });

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private isShown = false;

  constructor() {
    // Who has been sent here for the second step begins at it, not at the top of the page.
    afterRenderEffect(() => {
      if (this.isShown || !this.store.state() || !this.query()?.has('reason')) return;
      this.isShown = true;
      this.heading().nativeElement.focus();
    });
  }

  protected async start(): Promise<void> {
    const isNew = !this.store.state()?.totp;
    const asked = await this.asked({
      heading: this.t(isNew ? 'second.startHeading' : 'second.replace'),
      text: this.t(isNew ? 'second.startText' : 'second.replaceText'),
      action: this.t(isNew ? 'second.start' : 'second.replace'),
      send: ({ password }) => this.client.send(startTotp, { body: { password } }),
    });
    if (asked) this.begun.set(asked.result);
  }

  protected confirmed(codes: readonly string[]): void {
    this.begun.set(null);
    this.codes.set(codes);
    void this.store.changed();
  }

  protected async renew(): Promise<void> {
    const asked = await this.asked({
      heading: this.t('second.renewHeading'),
      text: this.t('second.renewText'),
      action: this.t('second.renew'),
      send: ({ password }) => this.client.send(renewRecoveryCodes, { body: { password } }),
    });
    if (!asked) return;
    this.codes.set(asked.result.codes);
    this.store.reload();
  }

  protected async turnOff(): Promise<void> {
    const asked = await this.ask.for({
      heading: this.t('second.turnOffHeading'),
      text: this.t('second.turnOffText'),
      action: this.t('second.turnOff'),
      fields: [...this.password(), 'code'],
      send: ({ password, code = '' }) =>
        this.client.send(turnOffTotp, {
          body: { password, code, kind: /^[\d\s]+$/.test(code) ? 'totp' : 'recovery-code' },
        }),
    });
    if (!asked) return;
    this.notices.tell(this.t('second.turnedOff'));
    this.codes.set(null);
    await this.store.changed();
  }

  /** Asks for the password, where there is one; otherwise what is asked is done at once. */
  private asked<Result>(question: {
    readonly heading: string;
    readonly text: string;
    readonly action: string;
    readonly send: (told: Told) => Promise<Result>;
  }): Promise<{ readonly result: Result } | undefined> {
    return this.ask.for({ ...question, fields: this.password() });
  }

  private password(): readonly 'password'[] {
    return this.store.state()?.password ? ['password'] : [];
  }
}
