import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** How it stands between this page and the service; the shell tells the person. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly isLost = signal(this.window?.navigator.onLine === false);
  private readonly isSignedOut = signal(false);

  /** The network or the service does not answer. */
  readonly lost = this.isLost.asReadonly();
  /** A request was answered with 401: a sign-in has ended in the middle of work. */
  readonly signInNeeded = this.isSignedOut.asReadonly();

  constructor() {
    this.window?.addEventListener('offline', () => this.isLost.set(true));
    this.window?.addEventListener('online', () => this.isLost.set(false));
  }

  /** Notes how a request ended: its HTTP status, 0 when it did not get through. */
  note(status: number): void {
    this.isLost.set(status === 0);
    if (status === 401) this.isSignedOut.set(true);
  }

  /** The person has signed in (again). */
  signedIn(): void {
    this.isSignedOut.set(false);
  }
}
