import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { judgeAffiliation, type Person, type PersonInList } from '@luotsi/identity/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { Places } from '../../places/places';
import { peopleTexts } from '../texts';

/** Where an organisation belongs that a person has named: one of the list, or a new one there. */
@Component({
  selector: 'lu-place-organisation',
  imports: [Field, FieldControl, MatButton, ProblemNotice],
  template: `
    <form class="stack" novalidate (submit)="$event.preventDefault(); place()">
      <lu-field [label]="t('claim.onList')" [faults]="faults('organisation-unknown')">
        <select #listed luControl (change)="choice.set(listed.value)">
          <option value="" [selected]="choice() === ''">{{ t('claim.addNew') }}</option>
          @for (group of [organisations().own, organisations().others]; track $index) {
            @for (one of group; track one.value) {
              <option [value]="one.value" [selected]="choice() === one.value">
                {{ one.label }}
              </option>
            }
          }
        </select>
      </lu-field>
      @if (choice() === '') {
        <lu-field
          [label]="t('claim.newName')"
          [hint]="t('claim.newNameHint')"
          [error]="problem()"
          pointer="/into/name"
          [faults]="nameFaults()"
        >
          <input
            #name
            luControl
            maxlength="200"
            [value]="newName()"
            (input)="newName.set(name.value)"
          />
        </lu-field>
        <lu-field [label]="t('person.sector')" [faults]="sectorFaults()">
          <select #sector luControl (change)="newSector.set(sector.value)">
            <option value="" [selected]="newSector() === ''">{{ t('roles.choose') }}</option>
            @for (one of places.sectorChoices(); track one.value) {
              <option [value]="one.value" [selected]="newSector() === one.value">
                {{ one.label }}
              </option>
            }
          </select>
        </lu-field>
      }
      <lu-problem [of]="problem()" [fields]="['/into/name']" />
      <div>
        <button matButton="outlined" type="submit" [disabled]="busy()">
          {{ t(choice() === '' ? 'claim.add' : 'claim.join') }}
        </button>
      </div>
    </form>
  `,
})
export class PlaceOrganisation {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  protected readonly places = inject(Places);
  protected readonly t = useTexts(peopleTexts);
  readonly person = input.required<PersonInList>();
  readonly placed = output<Person>();

  /** One of the list; empty: a new one. */
  protected readonly choice = signal('');
  protected readonly newName = linkedSignal(() => this.person().organisationNamed ?? '');
  protected readonly newSector = linkedSignal(() => this.person().sector ?? '');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  protected readonly organisations = computed(() =>
    this.places.organisationChoices(this.person().region),
  );
  protected readonly nameFaults = computed(() =>
    this.tried() && this.newName().trim() === '' ? [this.t('claim.nameMissing')] : [],
  );
  protected readonly sectorFaults = computed(() => [
    ...(this.tried() && this.newSector() === '' ? [this.t('claim.sectorMissing')] : []),
    ...this.faults('sector-unknown'),
  ]);

  protected faults(name: string): string[] {
    const problem = this.problem();
    return problem?.is(name) ? [problem.details.title] : [];
  }

  protected async place(): Promise<void> {
    const { id, affiliation } = this.person();
    this.tried.set(true);
    const isNew = this.choice() === '';
    if (isNew && (this.nameFaults().length > 0 || this.newSector() === '')) return;
    if (!affiliation || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const into = isNew
        ? { name: this.newName().trim(), sector: this.newSector() }
        : { organisation: this.choice() };
      const after = await this.client.send(judgeAffiliation, {
        params: { id },
        body: { affiliation, organisation: 'confirmed', into },
      });
      if (isNew) await this.places.renew();
      this.notices.tell(this.t('claim.confirmed'));
      this.placed.emit(after);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }
}
