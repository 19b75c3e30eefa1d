import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { Language } from './language.store';
import type { SliceTexts } from './texts';

/**
 * A route waits for these texts: `resolve: { areas: textsOf(enrolmentTexts, interestTexts) }`, for
 * all that a page speaks of besides its own.
 */
export function textsOf(...areas: readonly SliceTexts[]): () => Promise<true> {
  return () => {
    const language = inject(Language);
    return Promise.all(areas.map((area) => language.load(area))).then(() => true);
  };
}

/**
 * A slice's pages as routes whose texts are there before the page is shown:
 * `export const calendarRoutes = pagesWithTexts(calendarTexts, [{ path: 'calendar', … }])`.
 * A route's `title` is a key of the texts (`agenda.title`) and follows the language.
 */
export function pagesWithTexts(texts: SliceTexts, pages: Routes): Routes {
  return pages.map((page) => ({
    ...page,
    ...(typeof page.title === 'string' ? { title: `${texts.scope}.${page.title}` } : {}),
    resolve: { ...page.resolve, texts: textsOf(texts) },
  }));
}
