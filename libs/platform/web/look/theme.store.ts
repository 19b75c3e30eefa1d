import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { readCookie, writeCookie } from '../language/cookie';

/** How bright the page is: as the system wishes, or always one of the two. */
export const themes = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];

const COOKIE = 'luotsi_theme';

/** Light, dark, or as the system wishes; kept in a cookie and on `<html data-theme>`. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeName>(
    themes.find((theme) => theme === readCookie(this.document, COOKIE)) ?? 'system',
  );
  readonly current = this.chosen.asReadonly();

  constructor() {
    this.document.documentElement.dataset['theme'] = this.chosen();
  }

  choose(theme: ThemeName): void {
    writeCookie(this.document, COOKIE, theme);
    this.document.documentElement.dataset['theme'] = theme;
    this.chosen.set(theme);
  }
}
