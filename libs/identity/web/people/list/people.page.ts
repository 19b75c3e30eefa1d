import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listPeople, roles, type PersonInList } from '@luotsi/identity/model';
import {
  EmptyState,
  Filter,
  Filters,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { narrowAddress, pagedList, SearchField } from '@luotsi/platform/web/lists';
import { CurrentPerson } from '../../current-person';
import { Places } from '../../places/places';
import { ClaimForm } from '../person/claim-form';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';

/** The people whom one may see: searched, narrowed, and those who await confirmation dealt with. */
@Component({
  selector: 'lu-people-page',
  imports: [
    ClaimForm,
    EmptyState,
    Filter,
    Filters,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    SearchField,
    Skeleton,
    StatusWord,
  ],
  templateUrl: './people.page.html',
  styleUrl: './people.page.scss',
})
export class PeoplePage {
  private readonly format = inject(Format);
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);
  protected readonly places = inject(Places);
  protected readonly current = inject(CurrentPerson);
  protected readonly narrow = narrowAddress();

  readonly q = input<string>();
  readonly role = input<string>();
  readonly region = input<string>();
  readonly scope = input<string>();
  readonly state = input<string>();

  protected readonly list = pagedList(listPeople, () => ({
    query: {
      q: this.q(),
      role: roles.find((role) => role === this.role()),
      region: this.region(),
      scope: this.scope(),
      awaiting: this.state() === 'awaiting' ? 'true' : undefined,
      expired: this.state() === 'expired' ? 'true' : undefined,
    },
  }));
  protected readonly answer = computed(() =>
    this.t(this.current.holds('administrator') ? 'list.answerAll' : 'list.answerOwn'),
  );
  protected readonly roleOptions = computed(() =>
    roles.map((value) => ({ value, label: this.words.role(value) })),
  );
  protected readonly scopeOptions = computed(() => [
    { value: 'country', label: this.t('country') },
    ...this.format.sorted(
      [
        ...this.places.all().regions.map(({ value, name }) => ({
          value: `region:${value}`,
          label: this.format.text(name),
        })),
        ...this.places.all().groups.map(({ value, name }) => ({
          value: `group:${value}`,
          label: this.format.text(name),
        })),
      ],
      ({ label }) => label,
    ),
  ]);
  protected readonly stateOptions = computed(() => [
    { value: 'awaiting', label: this.t('list.awaiting') },
    { value: 'expired', label: this.t('list.expired') },
  ]);

  /** Whether something that the person has said of themselves waits for a word. */
  protected awaits(person: PersonInList): boolean {
    const { region, organisation, organisationNamed, confirmed } = person;
    const works = organisation ?? organisationNamed;
    return (region !== null && !confirmed.region) || (works !== null && !confirmed.organisation);
  }

  /** The person needs no word any more. */
  protected settled(id: string): void {
    this.list.update((people) => people.filter((one) => one.id !== id));
  }
}
