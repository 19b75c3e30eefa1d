import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getPerson } from '@luotsi/identity/model';
import {
  ApiClient,
  BackLink,
  Format,
  Language,
  PageHeader,
  ProblemPage,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../../current-person';
import { languageNames } from '../../account/profile/language-names';
import { Places } from '../../places/places';
import { ResetSecondStep } from '../../strong/reset-second-step';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';
import { ClaimForm } from './claim-form';
import { RoleEditor } from './role-editor';

/** A person as those see them who may: where they work, what awaits a word, and their roles. */
@Component({
  selector: 'lu-person-page',
  imports: [
    BackLink,
    ClaimForm,
    PageHeader,
    ProblemPage,
    ResetSecondStep,
    RoleEditor,
    RouterLink,
    Skeleton,
    StatusWord,
  ],
  templateUrl: './person.page.html',
  styleUrl: './person.page.scss',
})
export class PersonPage {
  private readonly language = inject(Language);
  protected readonly t = useTexts(peopleTexts);
  protected readonly current = inject(CurrentPerson);
  protected readonly format = inject(Format);
  protected readonly places = inject(Places);
  protected readonly words = inject(RoleWords);
  readonly id = input.required<string>();
  protected readonly person = inject(ApiClient).resource(getPerson, () => ({
    params: { id: this.id() },
  }));

  protected readonly facts = computed(() => {
    const person = this.person.value();
    if (!person) return [];
    const names = languageNames(person.languages, this.language.current());
    const { confirmed } = person;
    return [
      { label: this.t('person.email'), value: person.email, confirmed: null },
      {
        label: this.t('person.region'),
        value: this.places.name('regions', person.region),
        confirmed: person.region === null ? null : confirmed.region,
      },
      {
        label: this.t('person.organisation'),
        value: person.organisationNamed ?? this.places.name('organisations', person.organisation),
        confirmed:
          person.organisation === null && person.organisationNamed === null
            ? null
            : confirmed.organisation,
      },
      {
        label: this.t('person.sector'),
        value: this.places.name('sectors', person.sector),
        confirmed: null,
      },
      {
        label: this.t('person.practitionerType'),
        value: this.places.name('practitionerTypes', person.practitionerType),
        confirmed: null,
      },
      { label: this.t('person.languages'), value: this.format.list(names), confirmed: null },
    ];
  });
  protected readonly ended = computed(() => {
    const now = new Date();
    return (this.person.value()?.roles ?? []).filter(
      ({ validTo }) => validTo !== null && new Date(validTo) <= now,
    );
  });
  protected readonly past = computed(() =>
    (this.person.value()?.affiliations ?? []).filter(({ validTo }) => validTo !== null),
  );
}
