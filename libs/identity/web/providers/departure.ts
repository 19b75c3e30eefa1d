import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { startProviderSignIn } from '@luotsi/identity/model';
import { ApiClient, type ProblemError } from '@luotsi/platform/web';

/** Leaving for another site; in a test it is only noted. */
@Injectable({ providedIn: 'root' })
export class Elsewhere {
  private readonly document = inject(DOCUMENT);

  go(address: string): void {
    this.document.location.assign(address);
  }
}

/** Leaving for a provider to sign in there. One for each place that offers it. */
@Injectable()
export class Departure {
  private readonly client = inject(ApiClient);
  private readonly elsewhere = inject(Elsewhere);
  private readonly leaving = signal<string | null>(null);
  private readonly refused = signal<ProblemError | null>(null);

  /** The provider that one is leaving for. */
  readonly to = this.leaving.asReadonly();
  readonly problem = this.refused.asReadonly();

  constructor() {
    // Whoever comes back with the browser's own button finds the page as it was left.
    inject(DOCUMENT).defaultView?.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.leaving.set(null);
    });
  }

  /** Leaves; after signing in one goes on to a page of ours. */
  async signIn(provider: string, returnTo: string): Promise<void> {
    if (this.leaving() !== null) return;
    this.leaving.set(provider);
    this.refused.set(null);
    try {
      const sent = { params: { provider }, body: { returnTo } };
      const { address } = await this.client.send(startProviderSignIn, sent);
      this.elsewhere.go(address);
    } catch (thrown) {
      this.refused.set(thrown as ProblemError);
      this.leaving.set(null);
    }
  }
}
