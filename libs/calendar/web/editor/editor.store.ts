import { computed, effect, inject, Injectable, signal } from '@angular/core';
import {
  cancelSession,
  changeSeries,
  changeSession,
  copySession,
  createSession,
  deleteSession,
  getOrganisedSession,
  postponeSession,
  publishSession,
  type OrganisedSession,
  type SeriesScope,
} from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { ApiClient, asProblem, Language, type ProblemError } from '@luotsi/platform/web';
import { KeptForm } from './kept-form';
import { changesOf, isSame, merge, type Merged } from './session-changes';
import { emptySession, type SessionModel } from './session-model';
import { modelOf } from './session-read';
import { sentOf } from './session-sent';

/**
 * A session being written: what is typed, what was there before, and sending it. What hasn't been
 * sent is kept on this device until it has, through a reload and a lost connection.
 */
@Injectable()
export class EditorStore {
  private readonly api = inject(ApiClient);
  private readonly keeping = inject(KeptForm);
  private readonly language = inject(Language);

  /** The session as it was last read; undefined: it is new. */
  readonly session = signal<OrganisedSession | undefined>(undefined);
  readonly model = signal<SessionModel>(emptySession('fi'));
  private readonly base = signal<SessionModel>(emptySession('fi'));
  private readonly begun = signal(false);
  /** Whether anything is typed that hasn't been sent. */
  readonly isChanged = computed(() => this.begun() && !isSame(this.model(), this.base()));
  readonly changes = computed(() => changesOf(this.model(), this.base()));
  /** Whether what was kept on this device has been brought back. */
  readonly isRestored = signal(false);
  /** What somebody else has changed meanwhile. */
  readonly merged = signal<Merged | null>(null);
  readonly problem = signal<ProblemError | null>(null);
  readonly isBusy = signal(false);

  constructor() {
    effect(() => {
      if (!this.begun()) return;
      const session = this.session();
      const kept = {
        model: this.model(),
        base: this.base(),
        version: session?.version ?? null,
      };
      if (this.isChanged()) this.keeping.keep(session?.id, kept);
      else this.keeping.drop(session?.id);
    });
  }

  /** Begins with a session, or with a new one; what was typed before and not sent comes back. */
  begin(session: OrganisedSession | undefined): void {
    this.session.set(session);
    const base = session ? modelOf(session) : emptySession(this.language.current());
    this.base.set(base);
    const kept = this.keeping.read(session?.id);
    if (kept && !isSame(kept.model, base)) {
      const isNewer = session !== undefined && kept.version !== session.version;
      const merged = isNewer ? merge(kept.model, kept.base, base) : null;
      this.model.set({ ...base, ...(merged?.model ?? kept.model) });
      this.merged.set(merged && merged.theirs.length > 0 ? merged : null);
      this.isRestored.set(true);
    } else this.model.set(base);
    this.begun.set(true);
  }

  /** Lets go of everything that hasn't been sent. */
  discard(): void {
    this.model.set(this.base());
    this.isRestored.set(false);
    this.merged.set(null);
    this.problem.set(null);
  }

  /**
   * Sends what is typed: all of a new session, of another what was changed.
   * @returns its id; null when it was refused, which `problem` tells
   */
  async save(): Promise<string | null> {
    return this.send(async () => {
      const session = this.session();
      if (!session) {
        const { id } = await this.api.send(createSession, { body: sentOf(this.model()) });
        this.letGo();
        return id;
      }
      const body = { ...this.changes(), version: session.version };
      if (Object.keys(body).length > 1) await this.change(session.id, body);
      return session.id;
    });
  }

  /**
   * Sends what was changed to this session of a series and to others of it.
   * @returns how many were changed; null when it was refused, which `problem` tells
   */
  async saveInSeries(scope: Exclude<SeriesScope, 'this'>): Promise<number | null> {
    let count = 0;
    const id = await this.send(async () => {
      const { id = '', version } = this.session() ?? {};
      const body = { scope, change: { ...this.changes(), version } };
      const change = this.api.send(changeSeries, { params: { id }, body });
      count = (await this.unlessEdited(id, change)).sessions;
      this.renew(await this.api.send(getOrganisedSession, { params: { id } }));
      return id;
    });
    return id === null ? null : count;
  }

  /** Sends what is typed and publishes it. */
  async publish(): Promise<string | null> {
    const id = await this.save();
    if (id === null) return null;
    return this.send(async () => {
      await this.api.send(publishSession, { params: { id } });
      if (this.session()) await this.read(id);
      return id;
    });
  }

  cancel(reason: Localised): Promise<string | null> {
    return this.step((id) => this.api.send(cancelSession, { params: { id }, body: { reason } }));
  }

  postpone(): Promise<string | null> {
    return this.step((id) => this.api.send(postponeSession, { params: { id } }));
  }

  /** @returns the id of the copy */
  copy(): Promise<string | null> {
    return this.send(async () => {
      const { id } = await this.api.send(copySession, { params: { id: this.id() } });
      return id;
    });
  }

  remove(): Promise<string | null> {
    return this.send(async () => {
      const id = this.id();
      await this.api.send(deleteSession, { params: { id } });
      this.letGo();
      return id;
    });
  }

  /** Reads the session again: something of it was changed elsewhere on the page. */
  async read(id = this.id()): Promise<void> {
    this.take(await this.api.send(getOrganisedSession, { params: { id } }));
  }

  private id(): string {
    return this.session()?.id ?? '';
  }

  private step(take: (id: string) => Promise<unknown>): Promise<string | null> {
    return this.send(async () => {
      const id = this.id();
      await take(id);
      await this.read(id);
      return id;
    });
  }

  private async change(id: string, body: ReturnType<typeof changesOf>): Promise<void> {
    const change = this.api.send(changeSession, { params: { id }, body });
    this.renew(await this.unlessEdited(id, change));
  }

  /** What was sent is in it: nothing is typed that isn't. */
  private renew(session: OrganisedSession): void {
    this.base.set(modelOf(session));
    this.model.set(modelOf(session));
    this.session.set(session);
    this.isRestored.set(false);
    this.merged.set(null);
  }

  /** Where somebody else has changed it meanwhile, shows what. */
  private async unlessEdited<Result>(id: string, change: Promise<Result>): Promise<Result> {
    try {
      return await change;
    } catch (thrown) {
      if (asProblem(thrown, this.language.current()).is('edited-meanwhile')) await this.read(id);
      throw thrown;
    }
  }

  /** Takes a newer session; what was typed here stays, the rest is as it is there. */
  private take(session: OrganisedSession): void {
    const theirs = modelOf(session);
    const merged = merge(this.model(), this.base(), theirs);
    this.session.set(session);
    this.base.set(theirs);
    this.model.set(merged.model);
    this.merged.set(merged.theirs.length > 0 && this.isChanged() ? merged : null);
  }

  private async send(work: () => Promise<string>): Promise<string | null> {
    if (this.isBusy()) return null;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      return await work();
    } catch (thrown) {
      this.problem.set(asProblem(thrown, this.language.current()));
      return null;
    } finally {
      this.isBusy.set(false);
    }
  }

  /** It is there now, or gone: nothing of it is kept here any more. */
  private letGo(): void {
    this.begun.set(false);
    this.keeping.drop(this.session()?.id);
  }
}
