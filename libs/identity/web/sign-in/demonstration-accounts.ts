import { Component, computed, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { describeService } from '@luotsi/platform/model';
import { ApiClient, useTexts } from '@luotsi/platform/web';
import type { Credentials } from '@luotsi/identity/model';
import { identityTexts } from '../texts';

const accounts = [
  'counsellor1',
  'coach1',
  'coordinator1',
  'developer1',
  'national1',
  'admin1',
] as const;
type Account = (typeof accounts)[number];

const names = Object.fromEntries(
  accounts.map((account) => [account, `demonstration.${account}`]),
) as { readonly [Name in Account]: `demonstration.${Name}` };

/** On an installation for demonstration: its accounts, each filling in the fields at one tap. */
@Component({
  selector: 'lu-demonstration-accounts',
  imports: [MatButton],
  template: `
    @if (shown()) {
      <section aria-labelledby="demonstration">
        <h2 id="demonstration">{{ t('demonstration.heading') }}</h2>
        <p>{{ t('demonstration.text') }}</p>
        <ul class="bare-list">
          @for (account of accounts; track account) {
            <li>
              <button matButton="outlined" type="button" (click)="choose(account)">
                {{ t(names[account]) }}
              </button>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './demonstration-accounts.scss',
})
export class DemonstrationAccounts {
  private readonly service = inject(ApiClient).resource(describeService, () => ({}));
  protected readonly t = useTexts(identityTexts);
  protected readonly accounts = accounts;
  protected readonly names = names;
  protected readonly shown = computed(() => this.service.value()?.demonstration === true);

  /** The account that was chosen. */
  readonly chosen = output<Credentials>();

  protected choose(account: Account): void {
    this.chosen.emit({
      email: `${account}@demo.luotsi.example`,
      password: 'luotsi-demo-2027',
    });
  }
}
