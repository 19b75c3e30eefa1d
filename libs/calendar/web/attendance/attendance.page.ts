import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { UNDO_STAYS } from '@luotsi/calendar/model';
import {
  Field,
  FieldControl,
  Format,
  Icon,
  Notices,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { OrganiseFrame } from '../organise/organise-frame';
import { AttendanceStore, type Listed } from './attendance.store';
import { Correction } from './correction';
import { MarkQueue } from './mark-queue';
import { foundBy } from './search';
import { attendanceTexts } from './texts';
import { WalkIn } from './walk-in';

/** The list for the room, on a phone in one hand: who is here; a tap says that someone is. */
@Component({
  selector: 'lu-attendance-page',
  imports: [
    Correction,
    Field,
    FieldControl,
    Icon,
    MatButton,
    OrganiseFrame,
    ProblemNotice,
    RouterLink,
    Skeleton,
    WalkIn,
  ],
  providers: [AttendanceStore, MarkQueue],
  templateUrl: './attendance.page.html',
  styleUrl: './attendance.page.scss',
})
export class AttendancePage {
  protected readonly t = useTexts(attendanceTexts);
  protected readonly format = inject(Format);
  protected readonly store = inject(AttendanceStore);
  protected readonly queue = this.store.queue;
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  readonly id = input.required<string>();
  /** Which meeting; the one that goes on unless the address names one. */
  readonly meeting = input<string>();

  protected readonly letters = signal('');
  protected readonly looked = signal<Listed | undefined>(undefined);
  protected readonly shown = computed(() => foundBy(this.store.people(), this.letters()));
  /** Those of whom nothing has been noted. */
  protected readonly unnoted = computed(() =>
    this.store.people().filter(({ present, enrolled }) => present === null && enrolled),
  );
  protected readonly mayNote = computed(() => ['open', 'over'].includes(this.store.stage()));
  protected readonly sheet = computed(
    () => `/api/sessions/${this.id()}/sign-in-sheet.pdf?meeting=${this.store.meeting()?.id ?? ''}`,
  );
  /** Whose marks were not kept, by name. */
  protected readonly unkept = computed(() => {
    const names = new Map(this.store.people().map(({ id, name }) => [id, name]));
    return this.queue.unkept().map(({ person, why }) => ({ name: names.get(person) ?? '', why }));
  });

  constructor() {
    effect(() => this.store.open(this.id()));
    effect(() => this.store.show(this.meeting()));
  }

  /** A tap: here; another: not. Once the meeting is over, what stands is changed with a reason. */
  protected tap(person: Listed): void {
    if (!this.mayNote()) return;
    if (this.store.stage() === 'over' && person.present !== null) return this.looked.set(person);
    this.store.note([person.id], person.present !== true);
    this.letters.set('');
  }

  /** Someone who came without having enrolled has a seat now. */
  protected join(person: string): void {
    this.store.note([person], true);
    this.store.reload();
    this.notices.tell(this.t('list.joined'));
  }

  /** Someone without a seat is noted. */
  protected joined(): void {
    this.store.reload();
    this.notices.tell(this.t('walkIn.noted'));
  }

  protected everyone(): void {
    const people = this.unnoted().map(({ id }) => id);
    const undo = this.store.press(people);
    this.notices.tell(this.t('list.allDone', { count: people.length }), undo, UNDO_STAYS);
  }

  protected correct(person: Listed, reason: string): void {
    this.store.note([person.id], person.present !== true, reason);
    this.looked.set(undefined);
  }

  protected choose(meeting: string): void {
    const queryParams = { meeting };
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }

  protected stateOf({ present, byCode }: Listed): string {
    if (present === null) return this.t('list.unnoted');
    return this.t(present ? (byCode ? 'list.hereByCode' : 'list.here') : 'list.away');
  }
}
