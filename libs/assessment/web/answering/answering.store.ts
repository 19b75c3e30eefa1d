import {
  computed,
  effect,
  inject,
  Injectable,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { getAssessment, nextRevision, saveAnswers, type Answer } from '@luotsi/assessment/model';
import { getFramework } from '@luotsi/framework/model';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  ApiClient,
  asProblem,
  Connection,
  Language,
  type ProblemError,
} from '@luotsi/platform/web';
import { Unsent } from './unsent';

/** How it stands with saving: `waiting` for the connection, `signedOut` for a new sign-in. */
export type Saving = 'idle' | 'saving' | 'saved' | 'waiting' | 'signedOut';

/** What is said of one statement: any part of an answer. */
export type Said = Partial<Pick<Answer, 'current' | 'goal' | 'note'>>;

type Answers = ReadonlyMap<string, Answer>;

/** One assessment being answered: every change is kept on this device at once and sent when it can be. */
@Injectable()
export class Answering {
  private readonly client = inject(ApiClient);
  private readonly connection = inject(Connection);
  private readonly language = inject(Language);
  private readonly person = inject(CurrentPerson).person;
  private readonly unsent = inject(Unsent);
  private readonly id = signal<string | undefined>(undefined);
  private readonly read = this.client.resource(getAssessment, () => {
    const id = this.id();
    return id === undefined ? undefined : { params: { id } };
  });
  private readonly words = this.client.resource(getFramework, () => {
    const it = this.read.value();
    return it && { params: { id: it.framework }, query: { version: it.version } };
  });
  private readonly refused = signal<ProblemError | undefined>(undefined);
  private readonly state = signal<Saving>('idle');

  readonly assessment = this.read.value;
  readonly framework = this.words.latest;
  /** Why the assessment can't be shown. */
  readonly problem = computed(() => this.read.problem() ?? this.words.problem());
  /** Why something that was sent is not kept. */
  readonly refusal = this.refused.asReadonly();
  readonly saving = this.state.asReadonly();

  private readonly saved = linkedSignal<Answers>(
    () => new Map(this.read.value()?.answers.map((answer) => [answer.statement, answer])),
  );
  private readonly changed = linkedSignal<Answers>(() => {
    const [id, person] = [this.id(), this.person()?.id];
    return id === undefined || person === undefined ? new Map() : this.unsent.read(person, id);
  });
  /** Every answer, the newest of what is saved and what is not. */
  readonly answers = computed<Answers>(() => newest(this.saved(), this.changed()));
  /** Whether something has not been sent yet. */
  readonly pending = computed(() => this.changed().size > 0);

  constructor() {
    effect((onCleanup) => {
      const able = !this.connection.lost() && !this.connection.signInNeeded();
      if (!able || this.read.value() === undefined || this.person() == null) return;
      // What failed before the connection was back says nothing of how long to wait now.
      this.failures = 0;
      untracked(() => void this.send());
      onCleanup(() => clearTimeout(this.again));
    });
  }

  private under: Promise<void> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  /** Which assessment it is. */
  open(id: string): void {
    this.id.set(id);
  }

  reload(): void {
    (this.read.problem() ? this.read : this.words).reload();
  }

  /** Takes what the person says of a statement; a goal that is not ahead any more goes. */
  say(statement: string, said: Said): void {
    const before = this.answers().get(statement);
    const next = {
      ...{ statement, current: null, goal: null, note: null },
      ...before,
      ...said,
      revision: nextRevision(before?.revision ?? 0, Date.now()),
    };
    const { current, goal } = next;
    if (current === null || (goal !== null && goal < current)) next.goal = null;
    this.keep(new Map([...this.changed(), [statement, next]]));
    void this.send();
  }

  /** Sends what has not been sent. Resolves when that is done, or when it has to wait. */
  send(): Promise<void> {
    this.under ??= this.sendAll().finally(() => (this.under = undefined));
    return this.under;
  }

  private async sendAll(): Promise<void> {
    const id = this.id();
    clearTimeout(this.again);
    while (id !== undefined && this.changed().size > 0) {
      const answers = [...this.changed().values()];
      this.state.set('saving');
      try {
        const kept = await this.client.send(saveAnswers, {
          params: { id },
          body: { answers },
        });
        this.arrived(answers, kept.answers);
      } catch (thrown) {
        return this.failed(asProblem(thrown, this.language.current()));
      }
    }
  }

  private arrived(sent: readonly Answer[], kept: readonly Answer[]): void {
    this.failures = 0;
    this.refused.set(undefined);
    this.saved.update((saved) => newest(saved, new Map(kept.map((one) => [one.statement, one]))));
    const done = new Map(sent.map(({ statement, revision }) => [statement, revision]));
    this.keep(
      new Map([...this.changed()].filter(([name, { revision }]) => revision !== done.get(name))),
    );
    this.state.set('saved');
  }

  /** What can't be kept as it is goes, and is said; everything else stays here and is sent again. */
  private failed(problem: ProblemError): void {
    const { status } = problem.details;
    if (this.connection.signInNeeded()) return this.state.set('signedOut');
    if ([403, 404, 409, 413, 422].includes(status)) {
      this.refused.set(problem);
      this.keep(new Map());
      this.state.set('idle');
      return this.read.reload();
    }
    this.state.set('waiting');
    this.again = setTimeout(() => void this.send(), Math.min(30_000, 1_000 * 2 ** this.failures++));
  }

  private keep(changed: Answers): void {
    this.changed.set(changed);
    const [id, person] = [this.id(), this.person()?.id];
    if (id !== undefined && person !== undefined) this.unsent.keep(person, id, changed);
  }
}

/** Two sets of answers as one, the newest of each statement. */
function newest(one: Answers, other: Answers): Answers {
  const all = new Map(one);
  for (const [statement, answer] of other) {
    if (answer.revision > (all.get(statement)?.revision ?? 0)) all.set(statement, answer);
  }
  return all;
}
