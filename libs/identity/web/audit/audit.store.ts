import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { type AuditEntry, exportAudit, listAudit } from '@luotsi/identity/model';
import { addressOf } from '@luotsi/platform/model';
import { ApiClient, type ProblemError } from '@luotsi/platform/web';
import { actionsOf } from './kinds';

/** What the address narrows the log to. */
export interface Narrowing {
  readonly kind: string;
  readonly who: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/** The part of the log that is shown: what the address asks for, and older parts as they are wished. */
@Injectable()
export class AuditStore {
  private readonly client = inject(ApiClient);
  private readonly asked = signal<Narrowing | undefined>(undefined);
  private readonly query = computed(() => {
    const asked = this.asked();
    if (!asked) return undefined;
    const { kind, who, person, from, to } = asked;
    return {
      action: actionsOf(kind),
      ...(who.length > 1 ? { who } : {}),
      ...(person ? { person } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    };
  });
  private readonly first = this.client.resource(listAudit, () => {
    const query = this.query();
    return query && { query };
  });
  private readonly refused = signal<ProblemError | null>(null);
  private readonly shown = linkedSignal(() => {
    const first = this.first.latest();
    return first && { items: first.items as readonly AuditEntry[], cursor: first.nextCursor };
  });
  readonly entries = computed(() => this.shown()?.items);
  readonly hasMore = computed(() => Boolean(this.shown()?.cursor));
  readonly busy = signal(false);
  readonly problem = computed(() => this.first.problem() ?? this.refused());
  /** Where the same is found as a file. */
  readonly file = computed(() => addressOf(exportAudit, { query: this.query() ?? {} }));

  narrow(narrowing: Narrowing): void {
    this.asked.set(narrowing);
  }

  reload(): void {
    this.refused.set(null);
    this.first.reload();
  }

  /** Adds the next, older part. */
  async more(): Promise<void> {
    const [shown, query] = [this.shown(), this.query()];
    if (!shown?.cursor || !query || this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const next = await this.client.send(listAudit, {
        query: { ...query, cursor: shown.cursor },
      });
      if (this.shown() !== shown) return;
      this.shown.set({ items: [...shown.items, ...next.items], cursor: next.nextCursor });
    } catch (thrown) {
      this.refused.set(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }
}
