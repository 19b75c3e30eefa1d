import { effect, inject, Injector, signal, untracked } from '@angular/core';
import { CurrentPerson } from '@luotsi/identity/web';
import type { LiveNotices } from '@luotsi/notice/web';

/**
 * Acts when a notice about a session comes while its page is open: a seat from the line, an offer, a
 * cancellation, what was done in another window. Nothing comes for a visitor. Needs an injection
 * context.
 * @param sessionId which session the page shows
 */
export function whenNoticed(sessionId: () => string, act: () => void): void {
  const injector = inject(Injector);
  const person = inject(CurrentPerson).person;
  const live = signal<LiveNotices | undefined>(undefined);
  let heard: string | undefined;
  const fetched = effect(() => {
    if (!person()) return;
    fetched.destroy();
    import('@luotsi/notice/web')
      .then((door) => {
        const notices = injector.get(door.LiveNotices);
        // What has come before has been read along with the page.
        heard = notices.newest()?.id;
        live.set(notices);
      })
      // The page is read again by whatever is done on it.
      .catch(() => undefined);
  });
  effect(() => {
    const newest = live()?.newest();
    if (!newest || newest.id === heard) return;
    heard = newest.id;
    untracked(() => {
      if (newest.link?.startsWith(`/sessions/${sessionId()}`)) act();
    });
  });
}
