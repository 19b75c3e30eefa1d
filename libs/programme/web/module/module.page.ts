import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  ApiClient,
  BackLink,
  Format,
  LocalisedText,
  PageHeader,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { getProgramme } from '@luotsi/programme/model';
import { LegChart } from '../chart/leg-chart';
import { KeptNote } from '../progress/kept-note';
import { ownVoyage } from '../progress/own-voyage';
import { Progress } from '../progress/progress.store';
import { SignInHint } from '../progress/sign-in-hint';
import { NoPage } from '../no-page';
import { programmeTexts } from '../texts';

/** One module: a leg of the voyage by itself. */
@Component({
  selector: 'lu-module-page',
  imports: [
    BackLink,
    KeptNote,
    LegChart,
    LocalisedText,
    MatButton,
    PageHeader,
    NoPage,
    RouterLink,
    SignInHint,
    Skeleton,
  ],
  templateUrl: './module.page.html',
  styles: `
    .others {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 48px;
      padding-block: 24px;
      border-top: 1px solid var(--lu-line);
    }

    .others a {
      text-decoration: none;
    }

    .others a:hover {
      text-decoration: underline;
    }

    .others .small {
      display: block;
    }
  `,
})
export class ModulePage {
  protected readonly t = useTexts(programmeTexts);
  protected readonly format = inject(Format);
  protected readonly progress = inject(Progress);
  readonly programmeId = input.required<string>();
  readonly moduleId = input.required<string>();
  protected readonly programme = inject(ApiClient).resource(getProgramme, () => ({
    params: { id: this.programmeId() },
  }));
  private readonly own = ownVoyage(this.programme.value);

  protected readonly leg = computed(() =>
    this.own.voyage()?.legs.find((leg) => leg.module.id === this.moduleId()),
  );
  protected readonly resumed = computed(() => this.own.voyage()?.continuation?.resumed ?? false);

  /** The unit to go to in this module: the lit one, else the first that is not done. */
  protected readonly way = computed(() => {
    const marks = this.leg()?.marks ?? [];
    const lit = marks.find((mark) => mark.position === 'next');
    if (lit) return { unit: lit.unit, word: this.own.way()?.word ?? '' };
    const open = marks.find((mark) => mark.position === 'ahead');
    return open && this.progress.reader() !== 'unknown'
      ? { unit: open.unit, word: this.t('own.beginButton') }
      : undefined;
  });

  protected readonly answer = computed(() => {
    const leg = this.leg();
    const reader = this.progress.reader();
    if (!leg || reader === 'unknown') return '';
    const { units } = leg.module;
    if (reader !== 'learner') {
      const minutes = units.reduce((sum, unit) => sum + unit.minutes, 0);
      return this.t('own.moduleVisitor', { units: units.length, minutes });
    }
    const { done, total } = leg.share;
    const unit = this.way()?.unit;
    if (!unit) return this.t('own.moduleAll', { total });
    return this.t(done === 0 ? 'own.moduleBegin' : 'own.next', {
      done,
      total,
      title: this.format.text(unit.title),
    });
  });

  /** The modules before and after this one. */
  protected readonly beside = computed(() => {
    const modules = this.programme.value()?.modules ?? [];
    const place = modules.findIndex((module) => module.id === this.moduleId());
    return {
      place: place + 1,
      previous: place > 0 ? modules[place - 1] : undefined,
      next: place < 0 ? undefined : modules[place + 1],
    };
  });
}
