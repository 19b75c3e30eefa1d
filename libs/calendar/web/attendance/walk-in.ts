import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  addParticipants,
  findCandidates,
  noteWalkIn,
  type Candidate,
} from '@luotsi/calendar/model';
import {
  ApiClient,
  asProblem,
  Field,
  FieldControl,
  Language,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { attendanceTexts } from './texts';

/**
 * Someone who has come without having enrolled: found by name or address. While the meeting goes on
 * they get a seat if there is one; without one, and afterwards, they are noted with a reason.
 */
@Component({
  selector: 'lu-walk-in',
  imports: [Field, FieldControl, MatButton, ProblemNotice, RouterLink],
  templateUrl: './walk-in.html',
  styleUrl: './walk-in.scss',
})
export class WalkIn {
  protected readonly t = useTexts(attendanceTexts);
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);

  readonly session = input.required<string>();
  readonly meeting = input.required<string>();
  /** Whether the meeting is over: there is no seat to give any more. */
  readonly over = input(false);
  /** Someone has a seat now: their id. */
  readonly added = output<string>();
  /** Someone is noted as here, without a seat. */
  readonly noted = output();

  protected readonly typed = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  /** Who was put on the waiting list, the session being full, and at which place. */
  protected readonly waits = signal<{ id: string; name: string; position: number } | undefined>(
    undefined,
  );
  protected readonly reason = signal('');
  protected readonly reasonMissing = signal(false);
  private readonly asked = computed(() => this.typed().trim());
  protected readonly found = this.client.resource(findCandidates, () =>
    this.asked().length < 2
      ? undefined
      : { params: { id: this.session() }, query: { q: this.asked() } },
  );
  protected readonly candidates = computed(() =>
    this.asked().length < 2 ? [] : (this.found.latest()?.items ?? []),
  );
  /** A whole address of someone who can't be found by name. */
  protected readonly address = computed(() => {
    const isAddress = /^\S+@\S+\.\S+$/.test(this.asked());
    return isAddress && this.candidates().length === 0 && this.found.value() ? this.asked() : '';
  });

  protected pick({ person, status }: Candidate): void {
    if (this.over()) void this.note({ person: person.id });
    else if (status === 'confirmed') this.added.emit(person.id);
    else void this.add({ person: person.id });
  }

  protected take(email: string): void {
    void (this.over() ? this.note({ email }) : this.add({ email }));
  }

  protected add(whom: { person: string } | { email: string }): Promise<void> {
    return this.sent(async () => {
      const body = { ...whom, reason: this.t('walkIn.why') };
      const sent = { params: { id: this.session() }, body };
      const [outcome] = (await this.client.send(addParticipants, sent)).items;
      this.typed.set('');
      if (outcome?.person && outcome.status === 'confirmed') this.added.emit(outcome.person.id);
      else if (outcome?.person)
        this.waits.set({ ...outcome.person, position: outcome.position ?? 1 });
    });
  }

  /** Notes someone as here who has no seat. @param why unless it is asked for */
  protected async note(whom: { person: string } | { email: string }, why = ''): Promise<void> {
    const reason = why || this.reason().trim();
    this.reasonMissing.set(reason === '');
    if (reason === '') return;
    await this.sent(async () => {
      const params = { id: this.session(), meeting: this.meeting() };
      await this.client.send(noteWalkIn, { params, body: { ...whom, reason } });
      this.typed.set('');
      this.noted.emit();
    });
  }

  private async sent(work: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(undefined);
    this.waits.set(undefined);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(asProblem(thrown, this.language.current()));
    }
    this.sending.set(false);
  }
}
