import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  ApiClient,
  BackLink,
  Format,
  Icon,
  LocalisedText,
  PageHeader,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { getUnit } from '@luotsi/programme/model';
import { Progress } from '../progress/progress.store';
import { NoPage } from '../no-page';
import { programmeTexts } from '../texts';
import { Reading } from './reading';
import { UnitFacts } from './unit-facts';
import { WhatNext } from './what-next';

/** One unit: its reading first, then marking it read and the way on; topics and the rest beside. */
@Component({
  selector: 'lu-unit-page',
  imports: [
    BackLink,
    Icon,
    LocalisedText,
    PageHeader,
    NoPage,
    Reading,
    RouterLink,
    Skeleton,
    UnitFacts,
    WhatNext,
  ],
  templateUrl: './unit.page.html',
  styleUrl: './unit.page.scss',
})
export class UnitPage {
  protected readonly t = useTexts(programmeTexts);
  protected readonly format = inject(Format);
  private readonly progress = inject(Progress);
  readonly programmeId = input.required<string>();
  readonly unitId = input.required<string>();
  protected readonly unit = inject(ApiClient).resource(getUnit, () => ({
    params: { id: this.unitId() },
  }));

  /** The unit's reading: the activity that one does here and marks by oneself. */
  protected readonly reading = computed(() =>
    this.unit.value()?.activities.find((activity) => activity.reading !== null),
  );

  constructor() {
    let visited: string | undefined;
    effect(() => {
      const unit = this.unit.value();
      const reading = this.reading();
      if (!unit || !reading || this.progress.reader() !== 'learner') return;
      if (visited === reading.id) return;
      visited = reading.id;
      untracked(() => void this.progress.visit(reading.id, unit.programme.id));
    });
  }
}
