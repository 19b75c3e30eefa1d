import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { identityContract, type LinkedAccount } from '@luotsi/identity/model';
import {
  ApiClient,
  Confirm,
  Format,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { Departure } from './departure';
import { ProviderNames } from './provider-names';
import { providerTexts } from './texts';

/** On the page of one's own security: other services to sign in with, linked and to be linked. */
@Component({
  selector: 'lu-linked-accounts',
  imports: [MatButton, ProblemNotice],
  providers: [Departure, ProviderNames],
  host: { '[class.none]': '!offered()' },
  template: `
    @if (offered()) {
      <section aria-labelledby="lu-linked" class="stack">
        <h2 id="lu-linked">{{ t('linked.heading') }}</h2>
        <lu-problem [of]="problem() ?? departure.problem()" />
        <ul class="bare-list hairlines">
          @for (account of linked(); track account.id) {
            <li class="row">
              <span>
                {{ nameOf(account) }}
                <span class="quiet">{{
                  t('linked.since', { date: format.date(account.linkedAt) })
                }}</span>
              </span>
              <button
                matButton
                type="button"
                [attr.aria-label]="t('linked.unlinkNamed', { name: nameOf(account) })"
                (click)="unlink(account)"
              >
                {{ t('linked.unlink') }}
              </button>
            </li>
          } @empty {
            <li class="quiet">{{ t('linked.none') }}</li>
          }
        </ul>
        @for (provider of others(); track provider.id) {
          <div>
            <button
              matButton="outlined"
              type="button"
              [attr.aria-disabled]="departure.to() !== null || null"
              (click)="departure.link(provider.id)"
            >
              {{
                t(departure.to() === provider.id ? 'signIn.leaving' : 'linked.link', {
                  name: format.text(provider.name),
                })
              }}
            </button>
          </div>
        }
      </section>
    }
  `,
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
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly names = inject(ProviderNames);
  protected readonly t = useTexts(providerTexts);
  protected readonly format = inject(Format);
  protected readonly departure = inject(Departure);
  protected readonly problem = signal<ProblemError | null>(null);
  private readonly accounts = this.client.resource(identityContract.listLinkedAccounts, () => ({}));
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  private readonly router = inject(Router);

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

  constructor() {
    // Whoever comes back from linking hears of it once, also after a reload.
    effect(() => {
      const id = this.query()?.get('linked');
      const name = id ? this.names.of(id) : null;
      if (!name || !this.names.all()?.some((provider) => provider.id === id)) return;
      this.notices.tell(this.t('linked.linkedNow', { name }));
      void this.router.navigate([], { queryParams: {}, replaceUrl: true });
    });
  }

  protected nameOf({ provider }: LinkedAccount): string {
    return provider ? this.format.text(provider.name) : this.t('linked.gone');
  }

  protected async unlink(account: LinkedAccount): Promise<void> {
    const name = this.nameOf(account);
    const sure = await this.confirm.ask({
      heading: this.t('linked.askHeading', { name }),
      text: this.t('linked.askText'),
      action: this.t('linked.unlink'),
    });
    if (!sure) return;
    this.problem.set(null);
    try {
      const params = { id: account.id };
      await this.client.send(identityContract.unlinkAccount, { params });
      this.accounts.reload();
      this.notices.tell(this.t('linked.unlinked'));
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }
}
