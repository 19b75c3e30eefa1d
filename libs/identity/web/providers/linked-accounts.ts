import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import {
  type LinkedAccount,
  listLinkedAccounts,
  type SignInProvider,
  startLinking,
  unlinkAccount,
} from '@luotsi/identity/model';
import { ApiClient, Format, KeepFocus, Notices, useTexts } from '@luotsi/platform/web';
import { Ask } from '../strong/ask';
import { Elsewhere } from './departure';
import { ProviderNames } from './provider-names';
import { providerTexts } from './texts';

/** On the page of one's own security: other services to sign in with, linked and to be linked. */
@Component({
  selector: 'lu-linked-accounts',
  imports: [MatButton],
  providers: [ProviderNames],
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
  private readonly ask = inject(Ask);
  private readonly client = inject(ApiClient);
  private readonly elsewhere = inject(Elsewhere);
  private readonly names = inject(ProviderNames);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  private readonly accounts = this.client.resource(listLinkedAccounts, () => ({}));
  protected readonly t = useTexts(providerTexts);
  protected readonly format = inject(Format);
  protected readonly leavingFor = signal<string | null>(null);

  protected readonly linked = computed(() => this.accounts.latest()?.items ?? []);
  protected readonly others = computed(() =>
    (this.names.all() ?? []).filter(
      ({ id }) => !this.linked().some(({ provider }) => provider?.id === id),
    ),
  );
  /** There is something to show; most installations know no other service. */
  protected readonly offered = computed(
    () => this.linked().length > 0 || (this.names.all() ?? []).length > 0,
  );
  /** What is asked once more: an open computer is not enough. */
  private readonly proof = computed(() =>
    this.accounts.latest()?.password ? (['password'] as const) : [],
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

  protected async link({ id: provider, name: names }: SignInProvider): Promise<void> {
    const name = this.format.text(names);
    const begun = await this.ask.for({
      heading: this.t('linked.link', { name }),
      text: this.t('linked.linkText', { name }),
      action: this.t('linked.goTo', { name }),
      fields: this.proof(),
      send: ({ password }) => this.client.send(startLinking, { body: { provider, password } }),
    });
    if (!begun) return;
    this.leavingFor.set(provider);
    this.elsewhere.go(begun.result.address);
  }

  protected async unlink(account: LinkedAccount): Promise<void> {
    const params = { id: account.id };
    const done = await this.ask.for({
      heading: this.t('linked.askHeading', { name: this.nameOf(account) }),
      text: this.t('linked.askText'),
      action: this.t('linked.unlink'),
      fields: this.proof(),
      send: ({ password }) => this.client.send(unlinkAccount, { params, body: { password } }),
    });
    if (!done) return;
    this.accounts.reload();
    this.notices.tell(this.t('linked.unlinked'));
  }
}
