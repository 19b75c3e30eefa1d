import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { Connection, MAY_BE_SIGNED_OUT, ProblemError } from '@luotsi/platform/web';
import { firstValueFrom } from 'rxjs';

/** Who is signed in, as far as the frame needs to know. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who uses the page: asked once at the start, and again after signing in or out. */
@Injectable({ providedIn: 'root' })
export class CurrentPerson {
  private readonly http = inject(HttpClient);
  private readonly connection = inject(Connection);
  private readonly known = signal<Person | null | undefined>(undefined);

  /** The person; null for a visitor, undefined until it is known. */
  readonly person = this.known.asReadonly();
  readonly signedIn = computed(() => Boolean(this.known()));

  /** Asks who is signed in. */
  async load(): Promise<void> {
    const context = new HttpContext().set(MAY_BE_SIGNED_OUT, true);
    try {
      this.known.set(await firstValueFrom(this.http.get<Person>('/api/me', { context })));
      this.connection.signedIn();
    } catch (thrown) {
      if (!(thrown instanceof ProblemError) || !thrown.lostConnection) this.known.set(null);
    }
  }

  /** Ends the sign-in. */
  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/sign-out', {}));
    this.known.set(null);
  }
}
