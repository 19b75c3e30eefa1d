import { inject, Injectable } from '@angular/core';
import { roleNames, type Role, type RoleInScope, type Scope } from '@luotsi/identity/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { Places } from '../places/places';
import { peopleTexts } from './texts';

/** Roles, scopes and validity in the words of the page's language. */
@Injectable({ providedIn: 'root' })
export class RoleWords {
  private readonly t = useTexts(peopleTexts);
  private readonly format = inject(Format);
  private readonly places = inject(Places);

  readonly role = (role: Role) => this.format.text(roleNames[role]);
  readonly scope = (scope: Scope) => this.places.scopeName(scope, this.t('country'));
  /** `Valmentaja, Lappi` */
  readonly both = ({ role, scope }: RoleInScope) => `${this.role(role)}, ${this.scope(scope)}`;

  /** When it begins, where that is later, and how long it goes on: `31.12.2027 asti`. */
  validity(validFrom: string, validTo: string | null, now = new Date()): string {
    const begins = new Date(validFrom) > now;
    const parts = [
      begins ? this.t('roles.begins', { from: this.format.date(validFrom) }) : '',
      validTo === null
        ? begins
          ? ''
          : this.t('roles.forever')
        : this.t('roles.until', { to: this.format.date(lastDay(validTo)) }),
    ];
    return parts.filter((part) => part !== '').join(', ');
  }
}

/** A moment within the last day of a time that ends at `validTo`. */
export function lastDay(validTo: string): Date {
  return new Date(new Date(validTo).getTime() - 1);
}
