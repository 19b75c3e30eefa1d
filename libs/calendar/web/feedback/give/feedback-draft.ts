import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { feedbackQuestions, type FeedbackAnswer } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { OwnStorage } from '@luotsi/platform/web';
import * as z from 'zod';

/** An answer as far as it has come. */
export type Unfinished = Partial<FeedbackAnswer>;

const points = z.number().int().min(1).max(5).optional();
const kept = z.object({
  whole: points,
  content: points,
  usefulness: points,
  recommend: z.boolean().optional(),
  good: z.string().max(2_000).optional(),
  better: z.string().max(2_000).optional(),
});

/** What has to be answered. */
const needed = [...feedbackQuestions, 'recommend'] as const;

/**
 * An unfinished answer. It stays on this device, as it is typed, until it has been sent: a lost
 * connection or a closed page loses nothing.
 */
@Injectable()
export class FeedbackDraft {
  private readonly storage = inject(OwnStorage);
  private readonly current = inject(CurrentPerson);
  private readonly person = computed(() => this.current.person()?.id);
  private readonly session = signal<string | undefined>(undefined);
  private readonly said = signal<Unfinished>({});
  readonly answer = this.said.asReadonly();
  readonly missing = computed(() => needed.filter((name) => this.said()[name] === undefined));

  constructor() {
    effect(() => {
      const [person, session] = [this.person(), this.session()];
      if (!person || !session) return;
      const found = kept.safeParse(this.storage.read(person, nameOf(session)));
      const said = Object.entries(found.data ?? {}).filter(([, value]) => value !== undefined);
      this.said.set(Object.fromEntries(said));
    });
  }

  /** Which session it is about. */
  of(session: string): void {
    this.session.set(session);
  }

  say<Name extends keyof FeedbackAnswer>(name: Name, value: FeedbackAnswer[Name]): void {
    this.said.update((before) => ({ ...before, [name]: value }));
    const [person, session] = [this.person(), this.session()];
    if (person && session) this.storage.keep(person, nameOf(session), this.said());
  }

  /** The whole answer; null while something is missing. */
  whole(): FeedbackAnswer | null {
    const { whole, content, usefulness, recommend, good = '', better = '' } = this.said();
    return whole && content && usefulness && recommend !== undefined
      ? { whole, content, usefulness, recommend, good, better }
      : null;
  }

  /** Lets go of it, once it has been sent or can't be any more. */
  drop(): void {
    const [person, session] = [this.person(), this.session()];
    if (person && session) this.storage.drop(person, nameOf(session));
  }
}

const nameOf = (session: string) => `feedback/${session}`;
