import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { identityContract, type LinkedAccount, type SignInProvider } from '@luotsi/identity/model';
import {
  ApiClient,
  Format,
  KeepFocus,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { Departure } from './departure';
import { LinkQuestion } from './link-question';
import { ProviderNames } from './provider-names';
import { providerTexts } from './texts';

/** On the page of one's own security: other services to sign in with, linked and to be linked. */
@Component({
  selector: 'lu-linked-accounts',
  imports: [LinkQuestion, MatButton, ProblemNotice],
  providers: [Departure, ProviderNames],
  hostDirectives: [KeepFocus],
  host: { '[class.none]': '!offered()' },
  templateUrl: './linked-accounts.html',
  styles: `
    :host(.none) {
      display: none !important;
    }

    .row {
      justify-content: space-between;
    }
  `,
})
export class LinkedAccounts {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly names = inject(ProviderNames);
  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  private readonly refused = signal<ProblemError | null>(null);
  private readonly accounts = this.client.resource(identityContract.listLinkedAccounts, () => ({}));
  protected readonly t = useTexts(providerTexts);
  protected readonly format = inject(Format);
  protected readonly departure = inject(Departure);
  /** The linked account or the provider that a question is open about. */
  protected readonly asked = signal<LinkedAccount | SignInProvider | null>(null);
  protected readonly problem = computed(() => this.refused() ?? this.departure.problem());

  protected readonly linked = computed(() => this.accounts.latest()?.items ?? []);
  protected readonly withPassword = computed(() => this.accounts.latest()?.password ?? false);
  protected readonly others = computed(() =>
    (this.names.all() ?? []).filter(
      ({ id }) => !this.linked().some(({ provider }) => provider?.id === id),
    ),
  );
  /** There is something to show; most installations know no other service. */
  protected readonly offered = computed(
    () => this.linked().length > 0 || (this.names.all() ?? []).length > 0,
  );

  constructor() {
    // Whoever comes back from linking hears of it once, also after a reload.
    effect(() => {
      const id = this.query()?.get('linked');
      if (!id || !this.names.all()?.some((provider) => provider.id === id)) return;
      this.notices.tell(this.t('linked.linkedNow', { name: this.names.of(id) ?? id }));
      void this.router.navigate([], { queryParams: {}, replaceUrl: true });
    });
  }

  protected nameOf({ provider }: LinkedAccount): string {
    return provider ? this.format.text(provider.name) : this.t('linked.gone');
  }

  protected ask(about: LinkedAccount | SignInProvider | null): void {
    this.refused.set(null);
    this.asked.set(about);
  }

  protected async unlink({ id }: LinkedAccount, password: string | undefined): Promise<void> {
    this.refused.set(null);
    try {
      const sent = { params: { id }, body: { password } };
      await this.client.send(identityContract.unlinkAccount, sent);
      this.asked.set(null);
      this.accounts.reload();
      this.notices.tell(this.t('linked.unlinked'));
    } catch (thrown) {
      this.refused.set(thrown as ProblemError);
    }
  }
}
