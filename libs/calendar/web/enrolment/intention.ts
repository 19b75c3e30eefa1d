import { DOCUMENT, inject, Injectable } from '@angular/core';

const KEY = 'luotsi_enrol';
const MINUTES = 15;

/**
 * That a visitor pressed "Sign in and enrol", kept in this tab while they sign in. It is never in an
 * address: a link that someone else made must not be able to enrol anyone.
 */
@Injectable({ providedIn: 'root' })
export class Intention {
  private readonly storage = usable(inject(DOCUMENT).defaultView);

  keep(sessionId: string): void {
    this.storage?.setItem(KEY, JSON.stringify([sessionId, Date.now()]));
  }

  /** Whether it was pressed for this session, not long ago. */
  isFor(sessionId: string): boolean {
    const [id, at] = JSON.parse(this.storage?.getItem(KEY) ?? '[]') as [string?, number?];
    return id === sessionId && Date.now() - (at ?? 0) < MINUTES * 60_000;
  }

  clear(): void {
    this.storage?.removeItem(KEY);
  }
}

/** Some browsers throw at the mere sight of their storage; then one presses again. */
function usable(window: Window | null): Storage | undefined {
  try {
    return window?.sessionStorage;
  } catch {
    return undefined;
  }
}
