import {
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  type EnvironmentProviders,
} from '@angular/core';
import { TitleStrategy } from '@angular/router';
import { Language } from './language.store';
import { PageTitle } from './page-title';
import { platformTexts } from '../texts';

/** Texts, titles and formats in the person's language. Also for tests of pages. */
export function provideLanguage(): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(() => inject(Language).load(platformTexts)),
  ]);
}
