import { computed, inject, type Signal } from '@angular/core';
import { Format, useTexts } from '@luotsi/platform/web';
import {
  chartForVisitor,
  chartVoyage,
  type ProgrammeTree,
  type UnitOutline,
  type Voyage,
} from '@luotsi/programme/model';
import { programmeTexts } from '../texts';
import { Progress } from './progress.store';

/** A programme as the reader travels it, with the words a page opens with. */
export interface OwnVoyage {
  readonly voyage: Signal<Voyage<ProgrammeTree> | undefined>;
  /** Where to go now: the unit and the word on the button. */
  readonly way: Signal<{ readonly unit: UnitOutline; readonly word: string } | undefined>;
  /** The reader's standing in the whole programme; empty until it is known. */
  readonly answer: Signal<string>;
}

/** Joins a programme with the reader's own progress. Needs an injection context. */
export function ownVoyage(programme: Signal<ProgrammeTree | undefined>): OwnVoyage {
  const t = useTexts(programmeTexts);
  const format = inject(Format);
  const progress = inject(Progress);

  const voyage = computed(() => {
    const tree = programme();
    if (!tree) return undefined;
    return progress.reader() === 'learner'
      ? chartVoyage(tree, progress.done(), progress.lastVisited(tree.id))
      : chartForVisitor(tree);
  });
  const units = computed(() => programme()?.modules.flatMap((module) => module.units) ?? []);

  const way = computed(() => {
    const chart = voyage();
    const { continuation, share } = chart ?? {};
    const unit = continuation
      ? units().find((it) => it.id === continuation.unitId)
      : progress.reader() === 'learner'
        ? undefined
        : units()[0];
    if (!unit || progress.reader() === 'unknown') return undefined;
    const word = continuation?.resumed
      ? t('own.resumeButton')
      : share?.done
        ? t('own.nextButton')
        : t('own.beginButton');
    return { unit, word };
  });

  const answer = computed(() => {
    const chart = voyage();
    const tree = programme();
    if (!chart || !tree || progress.reader() === 'unknown') return '';
    if (progress.reader() !== 'learner') {
      const minutes = units().reduce((sum, unit) => sum + unit.minutes, 0);
      return t('own.visitor', { modules: tree.modules.length, units: units().length, minutes });
    }
    const { done, total } = chart.share;
    const unit = way()?.unit;
    if (!unit) return t('own.all', { total });
    const facts = { done, total, title: format.text(unit.title) };
    if (chart.continuation?.resumed) return t('own.resume', facts);
    return t(done === 0 ? 'own.begin' : 'own.next', facts);
  });

  return { voyage, way, answer };
}
