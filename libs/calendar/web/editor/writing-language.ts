import { inject, Injectable, linkedSignal } from '@angular/core';
import { Language } from '@luotsi/platform/web';

/** The language in which texts are being written: one for the whole form, that of the page at first. */
@Injectable()
export class WritingLanguage {
  readonly current = linkedSignal(inject(Language).current);
}
