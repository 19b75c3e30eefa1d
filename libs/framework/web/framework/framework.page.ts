import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { getFramework, type Competence } from '@luotsi/framework/model';
import {
  ApiClient,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { frameworkTexts } from '../texts';

/** Explains a framework to everyone: its competences and statements, its scale, its levels. */
@Component({
  selector: 'lu-framework-page',
  imports: [LocalisedText, MatButton, PageHeader, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './framework.page.html',
  styleUrl: './framework.page.scss',
})
export class FrameworkPage {
  protected readonly t = useTexts(frameworkTexts);
  protected readonly format = inject(Format);
  readonly id = input.required<string>();
  readonly version = input<string>();
  protected readonly framework = inject(ApiClient).resource(getFramework, () => ({
    params: { id: this.id() },
    query: { version: this.version() },
  }));
  protected readonly statements = computed(() =>
    (this.framework.value()?.competences ?? []).reduce(
      (sum, { statements }) => sum + statements.length,
      0,
    ),
  );

  /** The mean of what is proposed for a level in a competence's statements, on the scale. */
  protected proposed({ statements }: Competence, level: string): string {
    const values = statements.flatMap(({ targets }) => targets[level] ?? []);
    if (values.length === 0) return '–';
    return this.format.number(values.reduce((sum, value) => sum + value, 0) / values.length);
  }
}
