import { computed, inject, Injectable } from '@angular/core';
import { listSignInProviders } from '@luotsi/identity/model';
import { ApiClient, Format } from '@luotsi/platform/web';

/** What the services are called in which one may sign in. */
@Injectable()
export class ProviderNames {
  private readonly format = inject(Format);
  private readonly providers = inject(ApiClient).resource(listSignInProviders, () => ({}));
  /** All of them; undefined until known. */
  readonly all = computed(() => this.providers.value()?.items);

  /** Null until it is known; the id where there is no such service. */
  of(id: string): string | null {
    const found = this.all()?.find((provider) => provider.id === id);
    if (found) return this.format.text(found.name);
    return this.all() || this.providers.problem() ? id : null;
  }
}
