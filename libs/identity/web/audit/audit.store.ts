import { computed, Injectable, signal } from '@angular/core';
import { exportAudit, listAudit } from '@luotsi/identity/model';
import { addressOf } from '@luotsi/platform/model';
import { pagedList } from '@luotsi/platform/web/lists';
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
  readonly list = pagedList(listAudit, () => {
    const query = this.query();
    return query && { query };
  });
  /** Where the same is found as a file. */
  readonly file = computed(() => addressOf(exportAudit, { query: this.query() ?? {} }));

  narrow(narrowing: Narrowing): void {
    this.asked.set(narrowing);
  }
}
