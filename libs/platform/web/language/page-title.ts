import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Language } from './language.store';

/** The name of the service in each language. */
export const serviceName = { fi: 'Luotsi', sv: 'Lotsen', en: 'Luotsi' } as const;

/**
 * The document's title: the page's own name, then the service's. A route names its page by a key of
 * its texts; a page header replaces that by its heading. Both follow the language.
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly language = inject(Language);
  private readonly title = inject(Title);
  private readonly key = signal<string | undefined>(undefined);
  private readonly heading = signal<string | undefined>(undefined);

  /** The page's name alone, for the announcement of a navigation. */
  readonly page = computed(() => this.heading() ?? this.keyed());

  constructor() {
    super();
    effect(() => {
      const service = serviceName[this.language.current()];
      const page = this.page();
      this.title.setTitle(page ? `${page} – ${service}` : service);
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.heading.set(undefined);
    this.key.set(this.buildTitle(snapshot));
  }

  /** Names the page by what its heading says. */
  setHeading(heading: string): void {
    this.heading.set(heading === '' ? undefined : heading);
  }

  private keyed(): string {
    const [scope = '', ...rest] = (this.key() ?? '').split('.');
    return scope === '' ? '' : this.language.translate(scope, rest.join('.'));
  }
}
