import { DestroyRef, inject } from '@angular/core';
import { Meta } from '@angular/platform-browser';

/** Keeps a page out of search engines for as long as it is shown. Call it where it may inject. */
export function notIndexed(): void {
  const meta = inject(Meta);
  meta.updateTag({ name: 'robots', content: 'noindex, nofollow' });
  inject(DestroyRef).onDestroy(() => meta.removeTag('name="robots"'));
}
