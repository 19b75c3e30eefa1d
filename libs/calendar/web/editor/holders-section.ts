import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OrganisedSession } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { Field, FieldControl, Format, Icon, LocalisedText, useTexts } from '@luotsi/platform/web';
import { ReferenceChoices } from './reference-choices';
import type { SessionForm } from './session-form';
import { editorTexts } from './texts';

/** In whose name it is held, who coaches it, and of what it was made. */
@Component({
  selector: 'lu-holders-section',
  imports: [Field, FieldControl, FormField, Icon, LocalisedText, MatButton, RouterLink],
  templateUrl: './holders-section.html',
  styleUrl: './section.scss',
})
export class HoldersSection {
  protected readonly t = useTexts(editorTexts);
  private readonly choices = inject(ReferenceChoices);
  private readonly format = inject(Format);
  private readonly person = inject(CurrentPerson);
  readonly form = input.required<SessionForm>();
  readonly session = input<OrganisedSession>();

  /** A coach changes what was given to them, not to whom it is given. */
  protected readonly mayGive = computed(() => this.person.may('session.create'));
  protected readonly organisers = this.choices.organisers;
  protected readonly organiserKinds = computed(() =>
    [
      { name: 'holders.groups' as const, organisers: this.choices.ownGroups() },
      { name: 'holders.organisations' as const, organisers: this.choices.ownOrganisations() },
    ].filter(({ organisers }) => organisers.length > 0),
  );
  protected readonly organiser = computed(() => this.form().organiser().value());
  /** Its organiser when that is none of one's own. */
  protected readonly other = computed(() => {
    const key = this.organiser();
    return key !== '' && !this.organisers().some((one) => one.key === key);
  });
  /** Whether the organiser is told or chosen here; of an only group there is nothing to say. */
  protected readonly named = computed(
    () =>
      this.organisers().length > 1 ||
      ((!this.mayGive() || this.other()) && Boolean(this.session()?.organiser)),
  );
  protected readonly coaches = computed(() => this.form().coaches().value());
  protected readonly more = computed(() => {
    const taken = this.coaches().map(({ id }) => id);
    return this.choices
      .coaches()
      .filter(({ id }) => !taken.includes(id))
      .map(({ id, name, organisation }) => ({
        id,
        name: organisation ? `${name}, ${this.format.text(organisation)}` : name,
      }));
  });

  protected give(id: string): void {
    const coach = this.choices.coaches().find((one) => one.id === id);
    if (!coach) return;
    this.form()
      .coaches()
      .value.update((all) => [...all, { id: coach.id, name: coach.name }]);
  }

  protected take(id: string): void {
    this.form()
      .coaches()
      .value.update((all) => all.filter((coach) => coach.id !== id));
  }
}
