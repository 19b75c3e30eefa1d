import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { invite } from '@luotsi/identity/model';
import { languages, type Language as LanguageCode } from '@luotsi/platform/model';
import {
  ApiClient,
  BackLink,
  Field,
  FieldControl,
  Language,
  Notices,
  PageHeader,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { languageNames } from '../../account/profile/language-names';
import { RolePicker, type PickedRole } from '../person/role-picker';
import { scopeOf } from '../person/role-rows';
import { peopleTexts } from '../texts';

/** Inviting one person: the address, the roles, the language of the letter. */
@Component({
  selector: 'lu-invite-page',
  imports: [BackLink, Field, FieldControl, MatButton, PageHeader, ProblemNotice, RolePicker],
  templateUrl: './invite.page.html',
  styles: `
    form {
      max-width: 44rem;
    }

    fieldset {
      display: grid;
      gap: 16px;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0 0 8px;
      font-weight: 600;
    }

    .fault {
      color: var(--lu-red);
      font-size: var(--lu-size-2);
      font-weight: 600;
    }
  `,
})
export class InvitePage {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = useTexts(peopleTexts);

  protected readonly email = signal('');
  protected readonly name = signal('');
  protected readonly spoken = signal<LanguageCode>(this.language.current());
  protected readonly roles = signal<readonly PickedRole[]>([{ role: '', scope: '' }]);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  protected readonly languages = computed(() =>
    languages.map((code) => ({
      code,
      name: languageNames([code], this.language.current())[0] ?? code,
    })),
  );
  private readonly wanted = computed(() =>
    this.roles().flatMap(({ role, scope: value }) => {
      const scope = scopeOf(value);
      return role !== '' && scope ? [{ role, scope }] : [];
    }),
  );
  protected readonly emailFaults = computed(() =>
    this.tried() && !invite.body.shape.email.safeParse(this.email()).success
      ? [this.t('invite.emailWrong')]
      : [],
  );
  protected readonly rolesMissing = computed(
    () => this.tried() && this.wanted().length < this.roles().length,
  );

  protected pick(place: number, picked: PickedRole): void {
    this.roles.update((roles) => roles.map((one, at) => (at === place ? picked : one)));
  }

  protected add(): void {
    this.roles.update((roles) => [...roles, { role: '', scope: '' }]);
  }

  protected remove(place: number): void {
    this.roles.update((roles) => roles.filter((_, at) => at !== place));
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    if (this.emailFaults().length > 0 || this.rolesMissing()) return this.showFault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const sent = await this.client.send(invite, {
        body: {
          email: this.email(),
          language: this.spoken(),
          roles: this.wanted(),
          ...(this.name().trim() === '' ? {} : { name: this.name() }),
        },
      });
      this.notices.tell(this.t('invite.sent', { email: sent.email }));
      await this.router.navigateByUrl('/people/invitations');
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }

  /** The first field that is at fault takes the focus. */
  private showFault(): void {
    const first = () =>
      this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true], .fault ~ * select');
    afterNextRender(() => first()?.focus(), { injector: this.injector });
  }
}
