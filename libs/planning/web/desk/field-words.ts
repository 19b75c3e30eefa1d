import { inject, Injectable } from '@angular/core';
import { languages } from '@luotsi/platform/model';
import { useTexts } from '@luotsi/platform/web';
import { timeOf } from '../item/by-time';
import { ItemWords } from '../item/item-words';
import { planningTexts } from '../texts';
import type { ItemFields } from './item-fields';
import { Vocabulary } from './vocabulary';

const labels = {
  title: 'form.titleFi',
  targetGroup: 'item.for',
  when: 'form.when',
  form: 'form.how',
  seats: 'form.seats',
  regions: 'form.regions',
  competences: 'form.competences',
  theme: 'form.theme',
  organiser: 'form.organiser',
} as const satisfies Record<keyof ItemFields, string>;

/** What the fields of a training and their values read as. Provided by the desk. */
@Injectable()
export class FieldWords {
  private readonly t = useTexts(planningTexts);
  private readonly words = inject(ItemWords);
  private readonly vocabulary = inject(Vocabulary);

  name(field: keyof ItemFields): string {
    return field === 'title' ? this.t('form.title') : this.t(labels[field]);
  }

  value(field: keyof ItemFields, fields: ItemFields): string {
    const names = this.vocabulary.names();
    switch (field) {
      case 'title':
      case 'targetGroup':
        return languages
          .filter((language) => fields[field][language] !== '')
          .map((language) => `${language}: ${fields[field][language]}`)
          .join('\n');
      case 'when':
        return this.words.when(timeOf(fields.when));
      case 'form':
        return this.t(`item.${fields.form}`);
      case 'regions':
        return this.words.regions(fields.regions, names);
      case 'competences':
        return this.words.competences(fields.competences, names);
      case 'theme':
        return this.words.name(names.themes, fields.theme);
      case 'organiser':
        return this.words.name(names.groups, fields.organiser);
      case 'seats':
        return fields.seats;
    }
  }
}
