import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { secondStepKinds, type SecondStepKind } from '@luotsi/identity/model';
import {
  Field,
  FieldControl,
  PageHeader,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { RETURN, safeReturn } from '../sign-in-address';
import { PasskeyButton } from './passkey-button';
import { strongTexts } from './texts';

/** The second half of signing in, or of a sign-in that was made with a password alone. */
@Component({
  selector: 'lu-take-second-step-page',
  imports: [Field, FieldControl, MatButton, PageHeader, PasskeyButton, ProblemNotice, RouterLink],
  templateUrl: './take-second-step.page.html',
  styleUrl: './take-second-step.page.scss',
})
export class TakeSecondStepPage {
  private readonly current = inject(CurrentPerson);
  private readonly router = inject(Router);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');

  /** What the step may be taken with, parted by commas. */
  readonly ways = input<string>('');
  readonly returnTo = input<string>();

  protected readonly t = useTexts(strongTexts);
  protected readonly offered = computed(() =>
    (this.ways() ?? '')
      .split(',')
      .filter((way): way is SecondStepKind => (secondStepKinds as readonly string[]).includes(way)),
  );
  /** What is typed: the app's code unless there is none, or the person chooses the other. */
  protected readonly kind = linkedSignal(() => {
    const offered = this.offered();
    if (offered.includes('totp')) return 'totp' as const;
    return offered.includes('recovery-code') && !offered.includes('passkey')
      ? ('recovery-code' as const)
      : null;
  });
  protected readonly answer = computed(() =>
    this.t(this.current.signedIn() ? 'take.answerWeak' : 'take.answer'),
  );
  protected readonly begin = computed(() => ({ [RETURN]: safeReturn(this.returnTo()) }));
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly expired = computed(() => this.problem()?.is('sign-in-expired') ?? false);

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.field()?.nativeElement;
    const kind = this.kind();
    if (this.busy() || !field || !kind) return;
    const code = field.value.trim();
    this.missing.set(code.length < 6);
    if (this.missing()) {
      field.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.current.takeSecondStep({ kind, code });
      await this.goOn();
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
      field.select();
    } finally {
      this.busy.set(false);
    }
  }

  /** Six digits are whole: no button has to be pressed. */
  protected typed(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    const isWhole = this.kind() === 'totp' && /^\s*(\d\s*){6}$/.test(value);
    if (isWhole && !this.problem()) void this.submit(event);
  }

  protected choose(kind: 'totp' | 'recovery-code'): void {
    this.kind.set(kind);
    this.problem.set(null);
    this.missing.set(false);
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(safeReturn(this.returnTo()), { replaceUrl: true });
  }
}
