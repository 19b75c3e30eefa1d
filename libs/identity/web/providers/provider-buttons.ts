import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { listSignInProviders } from '@luotsi/identity/model';
import { ApiClient, Format, ProblemNotice, useTexts } from '@luotsi/platform/web';
import { safeReturn } from '../sign-in-address';
import { Departure } from './departure';
import { providerTexts } from './texts';

/** Other services in which one may sign in, a button each; nothing where there are none. */
@Component({
  selector: 'lu-provider-buttons',
  imports: [MatButton, ProblemNotice],
  providers: [Departure],
  template: `
    @if (providers.value()?.items?.length) {
      <section aria-labelledby="lu-providers" class="stack">
        <h2 id="lu-providers">{{ t('signIn.heading') }}</h2>
        <lu-problem [of]="departure.problem()" />
        <ul class="bare-list stack">
          @for (provider of providers.value()?.items; track provider.id) {
            <li>
              <button
                matButton="outlined"
                type="button"
                [attr.aria-disabled]="departure.to() !== null || null"
                (click)="departure.signIn(provider.id, back())"
              >
                {{
                  t(departure.to() === provider.id ? 'signIn.leaving' : 'signIn.with', {
                    name: format.text(provider.name),
                  })
                }}
              </button>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      padding-top: 32px;
    }
  `,
})
export class ProviderButtons {
  protected readonly t = useTexts(providerTexts);
  protected readonly format = inject(Format);
  protected readonly departure = inject(Departure);
  protected readonly providers = inject(ApiClient).resource(listSignInProviders, () => ({}));

  /** Where to go on, from the address of the page. */
  readonly returnTo = input<string>();

  protected back(): string {
    return safeReturn(this.returnTo());
  }
}
