import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { roles } from '@luotsi/identity/model';
import {
  EmptyState,
  Field,
  FieldControl,
  Filter,
  Filters,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../../current-person';
import { Places } from '../../places/places';
import { ClaimForm } from '../person/claim-form';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';
import { PeopleList } from './people-list.store';

/** The people whom one may see: searched, narrowed, and those who await confirmation dealt with. */
@Component({
  selector: 'lu-people-page',
  imports: [
    ClaimForm,
    EmptyState,
    Field,
    FieldControl,
    Filter,
    Filters,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
    StatusWord,
  ],
  providers: [PeopleList],
  templateUrl: './people.page.html',
  styleUrl: './people.page.scss',
})
export class PeoplePage {
  private readonly router = inject(Router);
  private readonly format = inject(Format);
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);
  protected readonly places = inject(Places);
  protected readonly current = inject(CurrentPerson);
  protected readonly list = inject(PeopleList);

  readonly q = input<string>();
  readonly role = input<string>();
  readonly region = input<string>();
  readonly scope = input<string>();
  readonly state = input<string>();

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

  constructor() {
    this.list.follow(() => ({
      q: this.q(),
      role: roles.find((role) => role === this.role()),
      region: this.region(),
      scope: this.scope(),
      awaiting: this.state() === 'awaiting' ? 'true' : undefined,
      expired: this.state() === 'expired' ? 'true' : undefined,
    }));
  }

  /** Filters stand in the address, so that a list can be shared and returned to. */
  protected narrow(change: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [name, value === '' ? null : value]),
    );
    void this.router.navigate([], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
