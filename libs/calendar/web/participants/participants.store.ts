import { computed, inject, Injectable, Injector, signal } from '@angular/core';
import {
  addParticipants,
  approveParticipant,
  approveParticipants,
  listParticipants,
  moveParticipant,
  refuseParticipant,
  refuseParticipants,
  removeParticipant,
  type Participant,
  type ParticipantOutcome,
} from '@luotsi/calendar/model';
import { listRegions } from '@luotsi/network/model';
import type { Sent } from '@luotsi/platform/model';
import { ApiClient, Format, Notices, type ProblemError } from '@luotsi/platform/web';
import { ParticipantWords } from './participant-words';

type Addition = Sent<typeof addParticipants>['body'];

/** The enrolled of a session, and what is done to them. */
@Injectable()
export class ParticipantsStore {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly notices = inject(Notices);
  private readonly words = inject(ParticipantWords);
  private readonly injector = inject(Injector);
  private readonly id = signal<() => string | undefined>(() => undefined);
  private readonly read = this.client.resource(
    listParticipants,
    () => {
      const id = this.id()();
      return id === undefined ? undefined : { params: { id }, query: {} };
    },
    { injector: this.injector },
  );
  private readonly regions = this.client.resource(listRegions, () => ({}), {
    injector: this.injector,
  });
  private readonly chosenIds = signal<ReadonlySet<string>>(new Set());

  /** The newest list; kept while it is read again. */
  readonly list = this.read.latest;
  readonly problem = this.read.problem;
  readonly loading = this.read.loading;
  /** Whether something is being sent. */
  readonly busy = signal(false);
  /** Rises when something has changed, for what else stands on the page. */
  readonly changes = signal(0);
  /** Those chosen who still await approval. */
  readonly chosen = computed(() =>
    (this.list()?.items ?? []).filter(
      ({ id, status }) => status === 'applied' && this.chosenIds().has(id),
    ),
  );
  readonly free = computed(() => {
    const list = this.list();
    return list ? list.capacity - list.counts.confirmed - list.counts.offered : 0;
  });

  /** Lists the enrolled of this session. */
  follow(id: () => string): void {
    this.id.set(id);
  }

  reload(): void {
    this.read.reload();
    this.changes.update((count) => count + 1);
  }

  regionName(code: string): string {
    const found = this.regions.value()?.items.find((region) => region.code === code);
    return found ? this.format.text(found.name) : code;
  }

  isChosen(id: string): boolean {
    return this.chosenIds().has(id);
  }

  choose(ids: readonly string[], isChosen: boolean): void {
    this.chosenIds.update((chosen) => {
      const next = new Set(chosen);
      for (const id of ids) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }

  /** Pressed again while it is sent, it stays one approval. */
  async approve(one: Participant): Promise<void> {
    if (this.busy()) return;
    const params = this.paramsOf(one);
    await this.tell(this.client.send(approveParticipant, { params, body: {} }));
  }

  refuse(one: Participant, reason: string) {
    const params = this.paramsOf(one);
    return this.tell(this.client.send(refuseParticipant, { params, body: { reason } }));
  }

  remove(one: Participant, reason: string) {
    const params = this.paramsOf(one);
    return this.tell(this.client.send(removeParticipant, { params, body: { reason } }));
  }

  /** @param to `seat`, `line`, or another session's id */
  move(one: Participant, to: string, reason: string) {
    const params = this.paramsOf(one);
    const elsewhere = to !== 'seat' && to !== 'line';
    return this.tell(
      this.client.send(moveParticipant, { params, body: { to, reason } }),
      elsewhere,
    );
  }

  approveChosen() {
    const body = { enrolments: this.chosen().map(({ id }) => id) };
    return this.tellAll(
      this.client.send(approveParticipants, { params: { id: this.session() }, body }),
    );
  }

  refuseChosen(reason: string) {
    const body = { enrolments: this.chosen().map(({ id }) => id), reason };
    return this.tellAll(
      this.client.send(refuseParticipants, { params: { id: this.session() }, body }),
    );
  }

  /** Someone who was in comes back. */
  async addAgain({ person }: Participant, reason: string): Promise<void> {
    this.notices.tell(this.words.outcomes(await this.add({ person: person?.id, reason })));
  }

  /** Adds a person or a group; answers what came of it. */
  async add(body: Addition): Promise<readonly ParticipantOutcome[]> {
    const sent = this.client.send(addParticipants, { params: { id: this.session() }, body });
    return (await this.during(sent)).items;
  }

  private async tell(sent: Promise<ParticipantOutcome>, elsewhere = false): Promise<void> {
    this.notices.tell(this.words.outcome(await this.during(sent), elsewhere));
  }

  private async tellAll(sent: Promise<{ items: readonly ParticipantOutcome[] }>): Promise<void> {
    const { items } = await this.during(sent);
    this.chosenIds.set(new Set());
    this.notices.tell(this.words.outcomes(items));
  }

  /** While something is sent nothing else is; whatever came of it, the list is read again. */
  private async during<Result>(sent: Promise<Result>): Promise<Result> {
    this.busy.set(true);
    try {
      return await sent;
    } finally {
      this.busy.set(false);
      this.reload();
    }
  }

  private session(): string {
    return this.id()() ?? '';
  }

  private paramsOf({ id }: Participant) {
    return { id: this.session(), enrolment: id };
  }
}

/** What was thrown, when it is a problem to be shown. */
export const problemOf = (thrown: unknown): ProblemError => thrown as ProblemError;
