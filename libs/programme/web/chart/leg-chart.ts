import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, LocalisedText, StatusWord, useTexts } from '@luotsi/platform/web';
import { companyOf, type Leg, type ModuleOutline } from '@luotsi/programme/model';
import { programmeTexts } from '../texts';
import { segmentsOf } from './course';
import { UnitMark } from './unit-mark';

/** One leg of the voyage: its units in order, as marks on the line that is followed. */
@Component({
  selector: 'lu-leg-chart',
  imports: [Icon, LocalisedText, RouterLink, StatusWord, UnitMark],
  templateUrl: './leg-chart.html',
  styleUrl: './leg-chart.scss',
})
export class LegChart {
  protected readonly t = useTexts(programmeTexts);
  readonly programmeId = input.required<string>();
  readonly leg = input.required<Leg<ModuleOutline>>();
  /** Whether the line goes on to another leg. */
  readonly goesOn = input(false);
  /** Whether one has been at the unit that is lit and left it unfinished. */
  readonly resumed = input(false);

  protected readonly rows = computed(() => {
    const segments = segmentsOf(this.leg().marks.length, this.goesOn());
    return this.leg().marks.map((mark, place) => ({
      ...mark,
      segment: segments[place],
      forGroups: mark.unit.workingForms.some((form) =>
        ['group', 'groups'].includes(companyOf[form]),
      ),
    }));
  });
}
