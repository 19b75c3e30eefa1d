import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { getParticipant, isActive, type Participant } from '@luotsi/calendar/model';
import {
  ApiClient,
  Format,
  KeepFocus,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import type { ProblemError } from '@luotsi/platform/web';
import { DeedForm, type Deed, type DeedDone } from './deed-form';
import { ParticipantWords } from './participant-words';
import { ParticipantsStore, problemOf } from './participants.store';
import { participantTexts } from './texts';

/** One of the enrolled in full: every step, what they need, and what the organiser may do. */
@Component({
  selector: 'lu-participant-detail',
  imports: [DeedForm, KeepFocus, MatButton, ProblemNotice, Skeleton],
  templateUrl: './participant-detail.html',
  styleUrl: './participant-detail.scss',
})
export class ParticipantDetail {
  protected readonly t = useTexts(participantTexts);
  protected readonly words = inject(ParticipantWords);
  protected readonly format = inject(Format);
  protected readonly store = inject(ParticipantsStore);
  readonly session = input.required<string>();
  readonly participant = input.required<Participant>();
  /** Whether the session still takes anybody: neither over nor off. */
  readonly isOn = input(true);
  readonly done = output();

  protected readonly deed = signal<Deed | null>(null);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly read = inject(ApiClient).resource(getParticipant, () => ({
    params: { id: this.session(), enrolment: this.participant().id },
  }));

  /** What can be done to someone who stands like this; the API decides all the same. */
  protected readonly deeds = computed<readonly Deed[]>(() => {
    const { person, status } = this.participant();
    if (!person || !this.isOn()) return [];
    if (!isActive(status)) return ['again'];
    const hasSeat = status === 'confirmed' || status === 'offered';
    const someoneWaits = (this.store.list()?.counts.waitlisted ?? 0) > 0;
    return [
      ...(status === 'applied' ? (['refuse'] as const) : []),
      ...(status === 'waitlisted' && this.store.free() > 0 ? (['seat'] as const) : []),
      ...(hasSeat && someoneWaits ? (['line'] as const) : []),
      'move',
      'remove',
    ];
  });

  constructor() {
    // Read again once the person's own line has become another one.
    const since = computed(() => this.participant().since);
    let before = '';
    effect(() => {
      const now = since();
      if (before !== '' && before !== now) untracked(() => this.read.reload());
      before = now;
    });
  }

  protected readonly act = ({ reason, to }: DeedDone): Promise<void> => {
    const one = this.participant();
    switch (this.deed()) {
      case 'refuse':
        return this.store.refuse(one, reason);
      case 'seat':
      case 'line':
        return this.store.move(one, this.deed() ?? '', reason);
      case 'move':
        return this.store.move(one, to, reason);
      case 'remove':
        return this.store.remove(one, reason);
      default:
        return this.store.addAgain(one, reason);
    }
  };

  protected async approve(): Promise<void> {
    this.problem.set(null);
    await this.store
      .approve(this.participant())
      .catch((thrown: unknown) => this.problem.set(problemOf(thrown)));
  }
}
