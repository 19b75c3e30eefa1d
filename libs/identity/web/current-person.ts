import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import {
  holdsRole,
  changeMe,
  getSignedIn,
  mayPass,
  type Credentials,
  type Me,
  type Permission,
  type Place,
  type Role,
  type SecondStepKind,
  signIn,
  signOut,
  takeSecondStep,
} from '@luotsi/identity/model';
import type { Language as LanguageCode } from '@luotsi/platform/model';
import { ApiClient, Connection, Language, OwnStorage, ProblemError } from '@luotsi/platform/web';

/** Who uses the page: asked once at the start, and again after signing in or out. */
@Injectable({ providedIn: 'root' })
export class CurrentPerson {
  private readonly client = inject(ApiClient);
  private readonly connection = inject(Connection);
  private readonly language = inject(Language);
  private readonly document = inject(DOCUMENT);
  private readonly storage = inject(OwnStorage);
  private readonly known = signal<Me | null | undefined>(undefined);
  private asking: Promise<void> | undefined;

  /** The person; null for a visitor, undefined until it is known. */
  readonly person = this.known.asReadonly();
  readonly signedIn = computed(() => Boolean(this.known()));

  constructor() {
    // Someone whose sign-in had ended comes back from signing in in another tab.
    this.document.defaultView?.addEventListener('focus', () => {
      if (this.connection.signInNeeded()) void this.load();
    });
  }

  /** Whether the person's roles pass a permission's door; the API decides all the same. */
  may(permission: Permission): boolean {
    return mayPass(permission, this.known()?.roles ?? null);
  }

  /** Whether the person holds a role for a place, anywhere without one. */
  holds(role: Role | readonly Role[], place?: Place): boolean {
    return holdsRole(this.known() ?? null, role, place);
  }

  /** Asks who is signed in. A lost sign-in leaves the name on the page: its work is still theirs. */
  load(): Promise<void> {
    this.asking = this.ask();
    return this.asking;
  }

  /** The person as soon as it is known; undefined when it can't be found out now. */
  async settled(): Promise<Me | null | undefined> {
    if (this.known() === undefined) await (this.asking ?? this.load());
    return this.known();
  }

  /**
   * The person has signed in. The page then speaks their language, unless one was chosen in this
   * browser.
   */
  async welcome(person: Me): Promise<void> {
    this.storage.forgetAllBut(person.id);
    this.known.set(person);
    this.connection.signedIn();
    const choseHere = /(?:^|; )luotsi_language=/.test(this.document.cookie);
    if (!choseHere) await this.language.choose(person.language);
  }

  /**
   * Signs in.
   * @returns what the second step may be taken with; empty when the person is in
   * @throws ProblemError `wrong-credentials`, `sign-in-paused`, `connection-lost`, …
   */
  async signIn(credentials: Credentials): Promise<readonly SecondStepKind[]> {
    const sent = { body: credentials };
    const answer = await this.client.send(signIn, sent, { mayBeSignedOut: true });
    if ('secondStep' in answer && !('id' in answer)) return answer.secondStep;
    await this.welcome(answer);
    return [];
  }

  /**
   * Takes the second step, of a sign-in that has begun or of one that is open.
   * @throws ProblemError `wrong-code`, `second-step-paused`, `sign-in-expired`, …
   */
  async takeSecondStep(body: {
    readonly kind: 'totp' | 'recovery-code';
    readonly code: string;
  }): Promise<void> {
    const sent = { body };
    await this.welcome(await this.client.send(takeSecondStep, sent, { mayBeSignedOut: true }));
  }

  /** Whether only the second step is missing for a permission's door. */
  needsSecondStepFor(permission: Permission): boolean {
    const person = this.known();
    return (
      Boolean(person) &&
      !this.may(permission) &&
      mayPass(permission, [...(person?.roles ?? []), ...(person?.dormantRoles ?? [])])
    );
  }

  /** Changes the page's language, and keeps it for mail and other devices when signed in. */
  async speak(language: LanguageCode): Promise<void> {
    await this.language.choose(language);
    if (!this.known()) return;
    // The page has changed already; the account learns of it at the next choice at the latest.
    await this.client.send(changeMe, { body: { language } }).catch(() => undefined);
  }

  /** Ends the sign-in. */
  async signOut(): Promise<void> {
    await this.client.send(signOut, {});
    this.storage.forgetAllBut(null);
    this.known.set(null);
    this.connection.signedIn();
  }

  private async ask(): Promise<void> {
    try {
      const { person } = await this.client.send(getSignedIn, {});
      if (person) await this.welcome(person);
      else if (!this.connection.signInNeeded()) this.known.set(null);
    } catch (thrown) {
      if (!(thrown instanceof ProblemError && thrown.lostConnection)) this.known.set(null);
    }
  }
}
