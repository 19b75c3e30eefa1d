import { Component, computed, inject, input, output } from '@angular/core';
import type { Role } from '@luotsi/identity/model';
import { Field, FieldControl, useTexts } from '@luotsi/platform/web';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';
import { ScopeChoices } from './scope-choices';

/** What has been picked so far. */
export interface PickedRole {
  readonly role: Role | '';
  readonly scope: string;
}

/** Picks a role and where it is held, of those that one may give. */
@Component({
  selector: 'lu-role-picker',
  imports: [Field, FieldControl],
  template: `
    <lu-field [label]="t('roles.role')">
      <select #role luControl (change)="pickRole($any(role.value))">
        <option value="" [selected]="picked().role === ''">{{ t('roles.choose') }}</option>
        @for (one of choices.roles(); track one) {
          <option [value]="one" [selected]="picked().role === one">{{ words.role(one) }}</option>
        }
      </select>
    </lu-field>
    <lu-field [label]="t('roles.scope')">
      <select
        #scope
        luControl
        [disabled]="picked().role === ''"
        (change)="changed.emit({ role: picked().role, scope: scope.value })"
      >
        <option value="" [selected]="picked().scope === ''">{{ t('roles.choose') }}</option>
        @for (part of parts(); track part.label) {
          <optgroup [label]="part.label">
            @for (one of part.choices; track one.value) {
              <option [value]="one.value" [selected]="picked().scope === one.value">
                {{ one.label }}
              </option>
            }
          </optgroup>
        }
      </select>
    </lu-field>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }

    @media (width >= 48rem) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
})
export class RolePicker {
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);
  protected readonly choices = inject(ScopeChoices);
  readonly picked = input.required<PickedRole>();
  readonly changed = output<PickedRole>();
  protected readonly parts = computed(() => {
    const { role } = this.picked();
    return role === '' ? [] : this.choices.scopes(role);
  });

  /** A scope that the other role may be given in as well stays; one alone is chosen at once. */
  protected pickRole(role: Role | ''): void {
    const values = role === '' ? [] : this.choices.scopes(role).flatMap(({ choices }) => choices);
    const kept = values.some(({ value }) => value === this.picked().scope);
    const [only] = values;
    const scope = kept ? this.picked().scope : values.length === 1 && only ? only.value : '';
    this.changed.emit({ role, scope });
  }
}
