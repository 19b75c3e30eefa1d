import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Location } from '@angular/common';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { type Credentials, credentials, type SecondStepKind } from '@luotsi/identity/model';
import {
  Field,
  FieldControl,
  PageHeader,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { RETURN, safeReturn, secondStepAddress } from '../sign-in-address';
import { PasskeyButton } from '../strong/passkey-button';
import { identityTexts } from '../texts';
import { ProviderButtons } from '../providers/provider-buttons';
import { typedBefore } from '../entry/typed-before';
import { OtherWays, VerificationAgain } from './other-ways';
import { DemonstrationAccounts } from './demonstration-accounts';

/** Signing in with e-mail and password, then back to where the person came from. */
@Component({
  selector: 'lu-sign-in-page',
  imports: [
    DemonstrationAccounts,
    Field,
    FieldControl,
    MatButton,
    OtherWays,
    PageHeader,
    PasskeyButton,
    ProblemNotice,
    ProviderButtons,
    VerificationAgain,
  ],
  templateUrl: './sign-in.page.html',
  styleUrl: './sign-in.page.scss',
})
export class SignInPage {
  private readonly current = inject(CurrentPerson);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly email = viewChild.required<ElementRef<HTMLInputElement>>('email');
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');
  private readonly notice = viewChild.required<ElementRef<HTMLElement>>('notice');
  private readonly button = viewChild.required<unknown, ElementRef<HTMLButtonElement>>('button', {
    read: ElementRef,
  });

  /** Where to go on, from the address. */
  readonly returnTo = input<string>();

  protected readonly t = useTexts(identityTexts);
  protected readonly answer = computed(() =>
    this.t(safeReturn(this.returnTo()) === '/' ? 'signIn.answer' : 'signIn.answerReturn'),
  );
  /** The address as it is typed; one that was typed on the page before stands there already. */
  protected readonly typed = signal(typedBefore(inject(Location).getState()));
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly filled = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  private readonly wrong = signal<readonly ('emailMissing' | 'emailWrong' | 'passwordMissing')[]>(
    [],
  );
  protected readonly emailFaults = computed(() => this.faults('email'));
  protected readonly passwordFaults = computed(() => this.faults('password'));

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.problem.set(null);
    const credentials = this.read();
    if (credentials === null) return;
    this.busy.set(true);
    try {
      const ways = await this.current.signIn(credentials);
      if (ways.length === 0) await this.goOn();
      else await this.router.navigate(['/sign-in/second-step'], { queryParams: this.second(ways) });
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
      afterNextRender(() => this.notice().nativeElement.focus(), { injector: this.injector });
    } finally {
      this.busy.set(false);
    }
  }

  /** To where the person was going; first to the second step, where their roles wait for it. */
  protected async goOn(): Promise<void> {
    const back = safeReturn(this.returnTo());
    const waits = this.current.person()?.secondStep === 'needed';
    const next = waits ? secondStepAddress(back) : back;
    await this.router.navigateByUrl(next, { replaceUrl: true });
  }

  private second(ways: readonly SecondStepKind[]) {
    return { ways: ways.join(), [RETURN]: safeReturn(this.returnTo()) };
  }

  protected fill({ email, password }: Credentials): void {
    this.typed.set(email);
    this.email().nativeElement.value = email;
    this.password().nativeElement.value = password;
    this.wrong.set([]);
    this.problem.set(null);
    this.filled.set(true);
    this.button().nativeElement.focus();
  }

  /**
   * What was typed, straight from the fields: password managers fill them in without telling.
   * Null when something is wrong there; the first such field then has the focus.
   */
  private read(): Credentials | null {
    const email = this.email().nativeElement;
    const password = this.password().nativeElement;
    const read = credentials.safeParse({
      email: email.value,
      password: password.value,
    });
    const paths = (read.error?.issues ?? []).map(({ path }) => path[0]);
    this.wrong.set([
      ...(paths.includes('email')
        ? [email.value.trim() === '' ? ('emailMissing' as const) : ('emailWrong' as const)]
        : []),
      ...(paths.includes('password') ? (['passwordMissing'] as const) : []),
    ]);
    if (read.success) return read.data;
    (paths.includes('email') ? email : password).focus();
    return null;
  }

  private faults(field: 'email' | 'password'): string[] {
    return this.wrong()
      .filter((name) => name.startsWith(field))
      .map((name) => this.t(`signIn.${name}`));
  }
}
