import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import {
  outlineDays,
  outlineMeetings,
  startFromOutline,
  type OutlineSlot,
} from '@luotsi/calendar/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { OutlineWords } from '../outline-words';
import { outlineTexts } from '../texts';

/** When an outline is to be held: its days get dates, and its meetings are shown before they are made. */
@Component({
  selector: 'lu-start-session',
  imports: [Field, FieldControl, MatButton, ProblemNotice],
  template: `
    <form class="stack" novalidate (submit)="$event.preventDefault(); start()">
      <h2>{{ t('start.heading') }}</h2>
      <p>{{ t('start.text') }}</p>
      <div class="days">
        @for (day of days(); track day.day) {
          <lu-field
            [label]="
              days().length === 1 ? t('start.date') : t('start.dateOf', { number: $index + 1 })
            "
            [faults]="tried() && $index === 0 && !dates()[0] ? [t('start.dateNeeded')] : []"
          >
            <input
              luControl
              type="date"
              [value]="shownDates()[$index] ?? ''"
              (change)="choose($index, $any($event.target).value)"
            />
          </lu-field>
        }
        <lu-field [label]="t('start.clock')" [hint]="days().length > 1 ? t('start.clockHint') : ''">
          <input
            luControl
            type="time"
            [value]="clock()"
            (change)="clock.set($any($event.target).value || days()[0]?.start || '')"
          />
        </lu-field>
      </div>
      @if (meetings().length > 0) {
        <div aria-live="polite">
          <h3>{{ t('start.times') }}</h3>
          <ul class="bare-list" role="list">
            @for (meeting of meetings(); track meeting.start) {
              <li>{{ words.meeting(meeting) }}</li>
            }
          </ul>
        </div>
      }
      <lu-problem [of]="problem()" />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="sending()">{{ t('start.do') }}</button>
        <button matButton type="button" (click)="closed.emit()">{{ t('publish.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    h2 {
      font-size: var(--lu-size-4);
    }

    h3 {
      font-size: var(--lu-size-3);
    }

    .days {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
      gap: 16px;
      align-items: start;
    }
  `,
})
export class StartSession {
  protected readonly t = useTexts(outlineTexts);
  protected readonly words = inject(OutlineWords);
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  readonly outline = input.required<string>();
  readonly slots = input.required<readonly OutlineSlot[]>();
  readonly closed = output();

  protected readonly days = computed(() => outlineDays(this.slots()));
  /** The dates that were chosen; the days after the first follow it until they are. */
  protected readonly dates = signal<readonly (string | undefined)[]>([]);
  protected readonly clock = linkedSignal(() => this.days()[0]?.start ?? '');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  protected readonly shownDates = computed(() => {
    const [first, ...chosen] = this.dates();
    if (!first) return [];
    const planned = [first];
    for (const place of this.days().keys()) {
      const following = outlineMeetings(this.slots(), { dates: planned })[place];
      if (place > 0 && following) planned.push(chosen[place - 1] ?? following.start.slice(0, 10));
    }
    return planned;
  });
  protected readonly meetings = computed(() => {
    const dates = this.shownDates();
    return dates.length > 0 ? outlineMeetings(this.slots(), { dates, start: this.clock() }) : [];
  });

  protected choose(place: number, date: string): void {
    this.dates.update((dates) => {
      const next = [...dates];
      next[place] = date || undefined;
      return next;
    });
  }

  protected async start(): Promise<void> {
    this.tried.set(true);
    if (this.meetings().length === 0 || this.sending()) return;
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      const body = { dates: this.shownDates(), start: this.clock() };
      const sent = { params: { id: this.outline() }, body };
      const { id } = await this.client.send(startFromOutline, sent);
      this.notices.tell(this.t('start.done'));
      await this.router.navigate(['/organise/sessions', id]);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.sending.set(false);
    }
  }
}
