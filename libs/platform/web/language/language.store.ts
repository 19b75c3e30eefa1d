import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { chooseLanguage, locales, type Language as LanguageCode } from '@luotsi/platform/model';
import { readCookie, writeCookie } from './cookie';
import type { SliceTexts, TextFacts } from './texts';

/** The cookie in which the chosen language is kept; the API answers in it too. */
const COOKIE = 'luotsi_language';

/** The language of the page: which it is, changing it in place, and texts in it. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly document = inject(DOCUMENT);
  /** Texts that have arrived, flat: `calendar.agenda.title`, by language. */
  private readonly texts: Record<LanguageCode, Map<string, string>> = {
    fi: new Map(),
    sv: new Map(),
    en: new Map(),
  };
  private readonly scopes = new Map<string, SliceTexts>();
  private readonly loading = new Map<string, Promise<void>>();
  /** Texts that are here, `calendar/fi`. */
  private readonly here = new Set<string>();
  protected readonly chosen = signal<LanguageCode>(
    chooseLanguage([
      readCookie(this.document, COOKIE),
      ...(this.document.defaultView?.navigator.languages ?? []),
    ]),
  );
  /** Rises when texts arrive, so that what was asked for too early is written again. */
  private readonly arrived = signal(0);

  /** The language now shown. */
  readonly current = this.chosen.asReadonly();

  constructor() {
    this.show(this.chosen());
  }

  /** BCP 47 tag of the current language, for `Intl`. */
  locale(): string {
    return locales[this.chosen()];
  }

  /** Changes the language in place once every text in use is there, and remembers it. */
  async choose(language: LanguageCode): Promise<void> {
    await this.fetchAll(language);
    writeCookie(this.document, COOKIE, language);
    this.show(language);
    this.chosen.set(language);
  }

  /** Loads a slice's texts in the current language, and from now on in every language chosen. */
  load(texts: SliceTexts): Promise<void> {
    this.scopes.set(texts.scope, texts);
    return this.fetch(texts, this.chosen());
  }

  /** Whether a slice's texts are here in the current language. */
  has(texts: SliceTexts): boolean {
    return this.here.has(`${texts.scope}/${this.chosen()}`);
  }

  /** A text of a scope; empty until its texts have arrived. */
  translate(scope: string, key: string, facts: TextFacts = {}): string {
    this.arrived();
    const language = this.chosen();
    const all = this.texts[language];
    const path = `${scope}.${key}`;
    const count = facts['count'];
    if (typeof count !== 'number') return fill(all.get(path) ?? '', facts);
    const form = count === 0 ? 'zero' : new Intl.PluralRules(this.locale()).select(count);
    const text = all.get(`${path}.${form}`) ?? all.get(`${path}.other`) ?? all.get(path) ?? '';
    return fill(text, { ...facts, count: new Intl.NumberFormat(this.locale()).format(count) });
  }

  /** Fetches every text in use in a language. */
  protected async fetchAll(language: LanguageCode): Promise<void> {
    await Promise.all([...this.scopes.values()].map((texts) => this.fetch(texts, language)));
  }

  private fetch(texts: SliceTexts, language: LanguageCode): Promise<void> {
    const name = `${texts.scope}/${language}`;
    const under = this.loading.get(name);
    if (under) return under;
    const begun = texts.load[language]().then(
      (module) => {
        flatten(module.default, texts.scope, this.texts[language]);
        this.here.add(name);
        this.arrived.update((times) => times + 1);
      },
      (fault: unknown) => {
        this.loading.delete(name);
        throw fault;
      },
    );
    this.loading.set(name, begun);
    return begun;
  }

  private show(language: LanguageCode): void {
    this.document.documentElement.lang = language;
  }
}

/** Puts every text below `texts` into a map, under its whole key. */
function flatten(texts: unknown, path: string, into: Map<string, string>): void {
  if (typeof texts === 'string') into.set(path, texts);
  else {
    for (const [name, below] of Object.entries(texts ?? {})) {
      flatten(below, `${path}.${name}`, into);
    }
  }
}

/** Fills `{{ name }}` from the facts; what has none stays visible. */
function fill(text: string, facts: TextFacts): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    String(facts[name] ?? whole),
  );
}
