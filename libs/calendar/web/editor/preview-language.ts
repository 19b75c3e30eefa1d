import { Injectable } from '@angular/core';
import type { Language as LanguageCode } from '@luotsi/platform/model';
import { Language } from '@luotsi/platform/web';

/** The language of a preview: changed for what stands inside of it alone, and remembered by nobody. */
@Injectable()
export class PreviewLanguage extends Language {
  override async choose(language: LanguageCode): Promise<void> {
    await this.fetchAll(language);
    this.chosen.set(language);
  }
}
