import { ElementRef, inject } from '@angular/core';
import { Language } from './language.store';
import type { Language as LanguageCode } from '@luotsi/platform/model';

/** A module of texts, as `import('./i18n/fi.json', { with: { type: 'json' } })` gives it. */
interface TextModule<Texts> {
  readonly default: Texts;
}

/** Where a slice's texts are, each language a chunk of its own. */
export interface SliceTexts<Texts = unknown> {
  /** The slice: the first part of its keys. */
  readonly scope: string;
  readonly load: Readonly<Record<LanguageCode, () => Promise<TextModule<Texts>>>>;
}

/** The keys of texts: `agenda.title`; of a plural (`{one, other}`) the key of the whole. */
export type TextKey<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string
    ? Name
    : Texts[Name] extends { readonly other: string }
      ? Name
      : `${Name}.${TextKey<Texts[Name]>}`;
}[keyof Texts & string];

/** What fills a text's `{{ name }}`; `count` chooses the plural form and is written as a number. */
export type TextFacts = Readonly<Record<string, string | number>>;

/** Gives a slice's text in the current language; in a template or a computed it follows the language. */
export type Translate<Texts> = (key: TextKey<Texts>, facts?: TextFacts) => string;

/**
 * Declares a slice's texts, in one line:
 * `declareTexts('calendar', { fi: () => import('./i18n/fi.json', { with: { type: 'json' } }), sv: …, en: … })`.
 * The Finnish file gives the keys their type; the other two must have the same.
 */
export function declareTexts<Texts>(
  scope: string,
  load: {
    readonly fi: () => Promise<TextModule<Texts>>;
    readonly sv: () => Promise<TextModule<NoInfer<Texts>>>;
    readonly en: () => Promise<TextModule<NoInfer<Texts>>>;
  },
): SliceTexts<Texts> {
  return { scope, load };
}

/**
 * The texts of a slice for a component: `readonly t = useTexts(calendarTexts)`, then
 * `{{ t('seats.left', { count: 3 }) }}`. Needs an injection context. A route of `pagesWithTexts`
 * has them loaded before its page shows; elsewhere the component is there as soon as they are: a
 * link without a name is none.
 */
export function useTexts<Texts>(texts: SliceTexts<Texts>): Translate<Texts> {
  const language = inject(Language);
  const loaded = language.load(texts);
  if (!language.has(texts)) {
    const host = inject<ElementRef<HTMLElement>>(ElementRef, { optional: true })?.nativeElement;
    host?.style.setProperty('visibility', 'hidden');
    // Texts that do not arrive are the route's to tell, which waits for them.
    loaded.then(
      () => host?.style.removeProperty('visibility'),
      () => undefined,
    );
  }
  return (key, facts) => language.translate(texts.scope, key, facts);
}
