import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  ApiClient,
  Format,
  LocalisedText,
  PageHeader,
  ProgressSegments,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { getProgramme } from '@luotsi/programme/model';
import { LegChart } from '../chart/leg-chart';
import { NoPage } from '../no-page';
import { KeptNote } from '../progress/kept-note';
import { ownVoyage } from '../progress/own-voyage';
import { Progress } from '../progress/progress.store';
import { SignInHint } from '../progress/sign-in-hint';
import { programmeTexts } from '../texts';
import { HowItWorks } from './how-it-works';

/** A programme as the chart of a voyage: where one is, what is next, and the way there. */
@Component({
  selector: 'lu-programme-page',
  imports: [
    HowItWorks,
    KeptNote,
    LegChart,
    LocalisedText,
    MatButton,
    PageHeader,
    NoPage,
    ProgressSegments,
    RouterLink,
    SignInHint,
    Skeleton,
  ],
  templateUrl: './programme.page.html',
  styleUrl: './programme.page.scss',
})
export class ProgrammePage {
  protected readonly t = useTexts(programmeTexts);
  protected readonly format = inject(Format);
  protected readonly progress = inject(Progress);
  readonly programmeId = input.required<string>();
  protected readonly programme = inject(ApiClient).resource(getProgramme, () => ({
    params: { id: this.programmeId() },
  }));
  protected readonly own = ownVoyage(this.programme.value);

  /** Whether the last mark before a leg is passed: the line that leads to it is drawn whole. */
  protected reached(place: number): boolean {
    const before = this.own.voyage()?.legs[place - 1];
    return before?.marks.at(-1)?.position === 'done';
  }
}
