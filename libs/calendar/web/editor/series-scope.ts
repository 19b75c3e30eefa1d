import {
  afterNextRender,
  Component,
  inject,
  input,
  output,
  signal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { changeSeries, type SeriesScope, type SessionPatch } from '@luotsi/calendar/model';
import type { Answer } from '@luotsi/platform/model';
import { ApiClient, Choices, useTexts } from '@luotsi/platform/web';
import { editorTexts } from './texts';

type Counted = Answer<typeof changeSeries>;

/**
 * Asks where a change of a session of a series is meant: here only, from here on or everywhere, and
 * says how many sessions and people each of it is about:
 * `<lu-series-scope [id] [change] [told] (answered)>`, null when nothing is saved after all.
 */
@Component({
  selector: 'lu-series-scope',
  imports: [Choices, MatButton],
  templateUrl: './series-scope.html',
  styleUrl: './series-scope.scss',
})
export class SeriesScopeDialog {
  protected readonly t = useTexts(editorTexts);
  private readonly client = inject(ApiClient);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly id = input.required<string>();
  readonly change = input.required<SessionPatch>();
  /** How many people are told when it is this session alone; null: nobody is told of such a change. */
  readonly told = input.required<number | null>();
  readonly answered = output<SeriesScope | null>();

  protected readonly others = ['following', 'all'] as const;
  protected readonly scope = signal<SeriesScope>('this');
  /** What the change would touch; a scope that is refused is not offered. */
  protected readonly counted = signal<Partial<Record<SeriesScope, Counted>>>({});
  protected readonly isCounted = signal(false);
  private hasAnswered = false;

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
      void this.count();
    });
  }

  protected answer(scope: SeriesScope | null): void {
    if (this.hasAnswered) return;
    this.hasAnswered = true;
    // Closing gives the focus back to where it was asked from.
    this.dialog().nativeElement.close();
    this.answered.emit(scope);
  }

  /** "7 kertaa, 23 ihmistä saa tiedon heti" */
  protected about({ sessions, enrolled }: Counted): string {
    const people =
      this.told() === null
        ? this.t('scope.people', { count: enrolled })
        : this.t('scope.told', { count: enrolled });
    return this.t('scope.about', { count: sessions, people });
  }

  private async count(): Promise<void> {
    const params = { id: this.id() };
    const all = await Promise.all(
      this.others.map(async (scope) => {
        const body = { scope, change: this.change(), dryRun: true };
        const answer = await this.client.send(changeSeries, { params, body }).catch(() => null);
        return answer ? { [scope]: answer } : {};
      }),
    );
    this.counted.set(Object.assign({}, ...all) as Partial<Record<SeriesScope, Counted>>);
    this.isCounted.set(true);
  }
}
