import { Component, computed, inject, input } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listOutlines } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  ApiClient,
  EmptyState,
  Filter,
  Filters,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { narrowAddress } from '@luotsi/platform/web/lists';
import { Names } from '../../names';
import { OutlineWords } from '../outline-words';
import { outlineTexts } from '../texts';

/** Outlines: trainings that any region can hold, and the drafts that one may write. */
@Component({
  selector: 'lu-outlines-page',
  imports: [
    EmptyState,
    Filter,
    Filters,
    LocalisedText,
    MatAnchor,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
    StatusWord,
  ],
  templateUrl: './outlines.page.html',
  styleUrl: './outlines.page.scss',
})
export class OutlinesPage {
  protected readonly t = useTexts(outlineTexts);
  protected readonly words = inject(OutlineWords);
  protected readonly person = inject(CurrentPerson);
  private readonly names = inject(Names);
  private readonly format = inject(Format);
  protected readonly narrow = narrowAddress();
  /** A theme, from the address. */
  readonly theme = input<string>();

  protected readonly outlines = inject(ApiClient).resource(listOutlines, () => ({}));
  private readonly sorted = computed(() =>
    this.format.sorted(this.outlines.value()?.items ?? [], ({ title }) => this.format.text(title)),
  );
  private readonly shown = computed(() => {
    const theme = this.theme();
    return theme ? this.sorted().filter((one) => one.theme === theme) : this.sorted();
  });
  protected readonly groups = computed(() =>
    (['drafts', 'published'] as const)
      .map((name) => ({
        name,
        items: this.shown().filter(({ published }) => (published === null) === (name === 'drafts')),
      }))
      .filter(({ items }) => items.length > 0),
  );
  protected readonly answer = computed(() => {
    const items = this.outlines.value()?.items;
    if (!items) return this.outlines.problem() ? '' : null;
    const count = items.filter(({ published }) => published !== null).length;
    return count === 0 ? '' : this.t('list.answer', { count });
  });
  /** Only the themes that there are outlines on. */
  protected readonly themes = computed(() => {
    const used = new Set(this.sorted().map(({ theme }) => theme));
    return this.names
      .themes()
      .filter(({ code }) => used.has(code))
      .map(({ code, name }) => ({ value: code, label: name }));
  });
}
