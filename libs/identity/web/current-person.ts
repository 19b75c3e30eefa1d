import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { identityContract, mayPass, type Me, type Permission } from '@luotsi/identity/model';
import type { Language as LanguageCode } from '@luotsi/platform/model';
import { ApiClient, Connection, Language, ProblemError } from '@luotsi/platform/web';

/** Who uses the page: asked once at the start, and again after signing in or out. */
@Injectable({ providedIn: 'root' })
export class CurrentPerson {
  private readonly client = inject(ApiClient);
  private readonly connection = inject(Connection);
  private readonly language = inject(Language);
  private readonly known = signal<Me | null | undefined>(undefined);

  /** The person; null for a visitor, undefined until it is known. */
  readonly person = this.known.asReadonly();
  readonly signedIn = computed(() => Boolean(this.known()));

  constructor() {
    // Someone whose sign-in had ended comes back from signing in in another tab.
    inject(DOCUMENT).defaultView?.addEventListener('focus', () => {
      if (this.connection.signInNeeded()) void this.load();
    });
  }

  /** Asks who is signed in. A lost sign-in leaves the name on the page: its work is still theirs. */
  async load(): Promise<void> {
    try {
      this.welcome(await this.client.send(identityContract.getMe, {}, { mayBeSignedOut: true }));
    } catch (thrown) {
      const unknown = thrown instanceof ProblemError && thrown.lostConnection;
      if (!unknown && !this.connection.signInNeeded()) this.known.set(null);
    }
  }

  /** The person has signed in. */
  welcome(me: Me): void {
    this.known.set(me);
    this.connection.signedIn();
  }

  /** Whether the person's roles pass a permission's door; the API decides all the same. */
  may(permission: Permission): boolean {
    const person = this.known();
    return mayPass(permission, person ? person.roles : null);
  }

  /** Changes the page's language, and keeps it for mail and other devices when signed in. */
  async speak(language: LanguageCode): Promise<void> {
    await this.language.choose(language);
    if (!this.known()) return;
    // The page has changed already; the account learns of it at the next choice at the latest.
    await this.client
      .send(identityContract.changeMe, { body: { language } })
      .catch(() => undefined);
  }

  /** Ends the sign-in. */
  async signOut(): Promise<void> {
    await this.client.send(identityContract.signOut, {});
    this.known.set(null);
    this.connection.signedIn();
  }
}
