import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  acceptInvitation,
  faultOfLength,
  lookAtInvitation,
  type RoleInScope,
} from '@luotsi/identity/model';
import type { Answer } from '@luotsi/platform/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Format,
  Language,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { RoleWords } from '../people/role-words';
import { SignInLink } from '../sign-in-link';
import { invitationTexts } from './texts';

type Seen = Answer<typeof lookAtInvitation>;

/** Where an invitation’s link leads: what it is for, and accepting it with or without an account. */
@Component({
  selector: 'lu-invitation-page',
  imports: [
    Field,
    FieldControl,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    SignInLink,
    Skeleton,
  ],
  templateUrl: './invitation.page.html',
  styles: `
    :host {
      display: block;
      max-width: 40rem;
    }

    .stack + .stack {
      margin-block-start: 24px;
    }
  `,
})
export class InvitationPage {
  private readonly client = inject(ApiClient);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly language = inject(Language);
  protected readonly t = useTexts(invitationTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(RoleWords);
  protected readonly current = inject(CurrentPerson);
  /** The secret of the link. */
  readonly token = input<string>();

  protected readonly seen = signal<Seen | null>(null);
  protected readonly unusable = signal<ProblemError | null>(null);
  protected readonly accepted = signal<readonly RoleInScope[] | null>(null);
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly nameFaults = signal<readonly string[]>([]);
  protected readonly passwordFaults = signal<readonly string[]>([]);
  protected readonly problem = signal<ProblemError | null>(null);

  /** How it can be accepted by whoever uses the page. */
  protected readonly way = computed(() => {
    const [seen, person] = [this.seen(), this.current.person()];
    if (!seen || person === undefined) return null;
    if (person) return person.profile.email === seen.email ? 'accept' : 'another';
    return seen.hasAccount ? 'sign-in' : 'join';
  });
  protected readonly answer = computed(() => {
    const seen = this.seen();
    if (!seen) return null;
    const until = this.format.date(seen.expiresAt);
    const { invitedBy: name } = seen;
    return name ? this.t('answer', { name, until }) : this.t('answerNobody', { until });
  });

  constructor() {
    effect(() => {
      const token = this.token();
      untracked(() => void this.look(token ?? ''));
    });
  }

  protected async look(token: string): Promise<void> {
    this.unusable.set(null);
    try {
      const body = { token: token || '-' };
      this.seen.set(await this.client.send(lookAtInvitation, { body }));
    } catch (thrown) {
      this.unusable.set(thrown as ProblemError);
    }
  }

  /** Straight from the fields: password managers fill them in without telling. */
  protected async join(name: string, password: string): Promise<void> {
    this.nameFaults.set(name.trim() === '' ? [this.t('nameMissing')] : []);
    this.passwordFaults.set(
      faultOfLength(password) === 'tooShort' ? [this.t('passwordShort')] : [],
    );
    if (this.nameFaults().length + this.passwordFaults().length > 0) return this.showFault();
    await this.accept({ name, password, language: this.language.current() });
  }

  protected async accept(account: object = {}): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const body = { token: this.token() ?? '', ...account };
      const { me, leftOut } = await this.client.send(
        acceptInvitation,
        { body },
        { mayBeSignedOut: true },
      );
      await this.current.welcome(me);
      this.accepted.set(leftOut);
    } catch (thrown) {
      this.refused(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }

  protected async signOut(): Promise<void> {
    await this.current.signOut();
  }

  private refused(problem: ProblemError): void {
    this.problem.set(problem);
    // Somebody has made the account meanwhile: the way on is another one.
    if (problem.is('invitation-needs-sign-in')) void this.look(this.token() ?? '');
    this.showFault();
  }

  private showFault(): void {
    const first = () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]');
    afterNextRender(() => first()?.focus(), { injector: this.injector });
  }
}
