import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import {
  createSeries,
  isLastInMonth,
  placeInMonth,
  previewSeries,
  seriesDays,
  type ClockAnswer,
  type SeriesDate,
  type SeriesDay,
  type SeriesFrequency,
  type SeriesRule,
  type SessionForm,
} from '@luotsi/calendar/model';
import { languages, type Localised } from '@luotsi/platform/model';
import { ApiClient, type ProblemError } from '@luotsi/platform/web';

/** A series being made: what stands in its form, and the dates that come of it. */
@Injectable()
export class NewSeriesStore {
  private readonly client = inject(ApiClient);
  readonly title = signal<Localised>({ fi: '', sv: '', en: '' });
  readonly date = signal('');
  readonly start = signal('09:00');
  readonly end = signal('11:00');
  readonly frequency = signal<SeriesFrequency>('monthly');
  readonly every = signal(1);
  readonly ends = signal<'times' | 'until'>('times');
  readonly times = signal('10');
  readonly until = signal('');
  readonly seats = signal('20');
  readonly form = signal<SessionForm>('onsite');
  readonly place = signal('');
  /** Dates left out, and what is meant where the clocks change. */
  readonly skip = signal<readonly string[]>([]);
  readonly answers = signal<readonly ClockAnswer[]>([]);
  /** The ways to count the day that fit the first date. */
  readonly days = computed(() => {
    const date = this.date();
    if (date === '') return [];
    return seriesDays.filter((day) =>
      day === 'lastWeekday' ? isLastInMonth(date) : day === 'date' || placeInMonth(date) < 5,
    );
  });
  readonly day = linkedSignal<readonly SeriesDay[], SeriesDay>({
    source: this.days,
    computation: (days, before) =>
      before && days.includes(before.value) ? before.value : (days[0] ?? 'weekday'),
  });

  /** The rule; undefined while it isn't whole. */
  readonly rule = computed<SeriesRule | undefined>(() => {
    const [ends, times, until] = [this.ends(), Number(this.times()), this.until()];
    const isWhole = ends === 'times' ? Number.isInteger(times) && times > 0 : until !== '';
    if (!isWhole || this.date() === '') return undefined;
    return {
      ...{ frequency: this.frequency(), every: this.every(), day: this.day() },
      ...(ends === 'times' ? { times } : { until }),
      skip: [...this.skip()],
    };
  });
  private readonly meetings = computed(() =>
    this.date() && this.start() && this.end() && this.start() < this.end()
      ? [{ start: `${this.date()}T${this.start()}`, end: `${this.date()}T${this.end()}` }]
      : undefined,
  );
  /** What the preview is asked with; undefined while something is missing. */
  readonly asked = computed(() => {
    const [rule, meetings] = [this.rule(), this.meetings()];
    return rule && meetings ? { rule, meetings, answers: [...this.answers()] } : undefined;
  });
  readonly faults = computed(() => [
    ...(languages.some((language) => this.title()[language].trim()) ? [] : ['title']),
    ...(this.date() ? [] : ['date']),
    ...(this.start() && this.start() < this.end() ? [] : ['end']),
    ...(this.rule() || !this.date() ? [] : [this.ends()]),
    ...(/^[1-9]\d{0,4}$/.test(this.seats().trim()) ? [] : ['seats']),
  ]);

  readonly dates = signal<readonly SeriesDate[]>([]);
  readonly problem = signal<ProblemError | undefined>(undefined);
  readonly sending = signal(false);
  private asking = 0;

  /** Works the dates out anew; an answer that comes late is not shown. */
  async look(): Promise<void> {
    const asked = this.asked();
    const turn = (this.asking += 1);
    if (!asked) return this.dates.set([]);
    try {
      const { dates } = await this.client.send(previewSeries, { body: asked });
      if (turn !== this.asking) return;
      this.dates.set(dates);
      this.problem.set(undefined);
    } catch (thrown) {
      if (turn === this.asking) this.problem.set(thrown as ProblemError);
    }
  }

  leaveOut(date: string, isOut: boolean): void {
    const rest = this.skip().filter((one) => one !== date);
    this.skip.set(isOut ? [...rest, date] : rest);
  }

  answer(date: string, take: ClockAnswer['take']): void {
    this.answers.update((answers) => [
      ...answers.filter((one) => one.date !== date),
      { date, take },
    ]);
  }

  /** Creates all. @returns the id of the first session; undefined when it was refused */
  async create(publish: boolean): Promise<string | undefined> {
    const asked = this.asked();
    if (!asked || this.sending()) return undefined;
    this.sending.set(true);
    this.problem.set(undefined);
    const place = this.place().trim();
    try {
      const { rule, meetings, answers } = asked;
      const session = {
        ...{ title: this.title(), capacity: Number(this.seats()), meetings, form: this.form() },
        ...(place ? { place: { fi: place, sv: place, en: place } } : {}),
      };
      const { sessions } = await this.client.send(createSeries, {
        body: { rule, session, answers, publish },
      });
      return sessions[0];
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
      return undefined;
    } finally {
      this.sending.set(false);
    }
  }
}
