import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, Scroll } from '@angular/router';
import { filter } from 'rxjs';

/** How long a page may take to be as tall as it was, in milliseconds. */
const PATIENCE = 4_000;
/** What a person does to go elsewhere on the page. */
const OWN_WAYS = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Whoever goes back finds the place that they left. The router goes there at once, but a page that
 * fetches its content is short then: this goes again as it grows, until the person moves themselves.
 */
@Injectable({ providedIn: 'root' })
export class ReturnToPlace {
  private readonly document = inject(DOCUMENT);
  private stop: (() => void) | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop?.());
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof Scroll),
        takeUntilDestroyed(),
      )
      .subscribe(({ position }) => {
        this.stop?.();
        const top = position?.[1] ?? 0;
        if (top > 0) this.goTo(top);
      });
  }

  private goTo(top: number): void {
    const window = this.document.defaultView;
    if (!window) return;
    const page = this.document.documentElement;
    const growing = new ResizeObserver(() => {
      if (page.scrollHeight - window.innerHeight >= top) window.scrollTo({ top });
    });
    const stop = () => {
      growing.disconnect();
      window.clearTimeout(late);
      for (const way of OWN_WAYS) window.removeEventListener(way, stop);
    };
    const late = window.setTimeout(stop, PATIENCE);
    for (const way of OWN_WAYS) window.addEventListener(way, stop, { passive: true });
    growing.observe(this.document.body);
    this.stop = stop;
  }
}
