import { computed, inject, Injectable } from '@angular/core';
import { mayGive, roles, type Role } from '@luotsi/identity/model';
import { useTexts } from '@luotsi/platform/web';
import { CurrentPerson } from '../../current-person';
import { Places, type Choice } from '../../places/places';
import { peopleTexts } from '../texts';
import { scopeOf } from './role-rows';

/** A part of the choices of a scope, under its own heading. */
export interface ScopePart {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** What whoever uses the page may give, and where: the same rule that the API decides by. */
@Injectable({ providedIn: 'root' })
export class ScopeChoices {
  private readonly t = useTexts(peopleTexts);
  private readonly places = inject(Places);
  private readonly current = inject(CurrentPerson);

  private readonly parts = computed<readonly ScopePart[]>(() => [
    {
      label: this.t('roles.wholeCountry'),
      choices: [{ value: 'country', label: this.t('roles.wholeCountry') }],
    },
    {
      label: this.t('roles.regions'),
      choices: this.places
        .regionChoices()
        .map(({ value, label }) => ({ value: `region:${value}`, label })),
    },
    ...(['elo', 'development', 'national'] as const).map((kind) => ({
      label: this.t(`roles.${kind}`),
      choices: this.places
        .groupChoices(kind)
        .map(({ value, label }) => ({ value: `group:${value}`, label })),
    })),
  ]);

  /** The roles that may be given anywhere at all. */
  readonly roles = computed(() => roles.filter((role) => this.scopes(role).length > 0));

  /** Where a role may be given; parts without choices are left out. */
  scopes(role: Role): ScopePart[] {
    return this.parts()
      .map(({ label, choices }) => ({
        label,
        choices: choices.filter(({ value }) => this.may(role, value)),
      }))
      .filter(({ choices }) => choices.length > 0);
  }

  /** Whether a role may be given, and so changed and taken, in the scope of a select's value. */
  may(role: Role, value: string): boolean {
    const scope = scopeOf(value);
    const person = this.current.person() ?? null;
    if (!scope || (scope.type !== 'country' && onlyForCountry(role))) return false;
    return mayGive(person, { role, scope }, this.places.groups());
  }
}

const onlyForCountry = (role: Role) => role === 'administrator' || role === 'nationalCoordinator';
