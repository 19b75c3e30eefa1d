import { inject, Injectable } from '@angular/core';
import { CurrentPerson } from '@luotsi/identity/web';
import { OwnStorage } from '@luotsi/platform/web';
import type { SessionModel } from './session-model';

/** What is kept on this device of a form that hasn't been sent. */
export interface Kept {
  readonly model: SessionModel;
  /** As it was when writing began, and the version of the session then. */
  readonly base: SessionModel;
  readonly version: number | null;
}

/** Forms that haven't been sent, on this device, by the id of their session; undefined: a new one. */
@Injectable({ providedIn: 'root' })
export class KeptForm {
  private readonly storage = inject(OwnStorage);
  private readonly person = inject(CurrentPerson);

  keep(id: string | undefined, kept: Kept): void {
    const who = this.person.person()?.id;
    if (who) this.storage.keep(who, nameOf(id), kept);
  }

  drop(id: string | undefined): void {
    const who = this.person.person()?.id;
    if (who) this.storage.drop(who, nameOf(id));
  }

  read(id: string | undefined): Kept | undefined {
    const who = this.person.person()?.id;
    const kept = who ? this.storage.read(who, nameOf(id)) : undefined;
    const hasModel = typeof kept === 'object' && kept !== null && 'model' in kept;
    return hasModel ? (kept as Kept) : undefined;
  }
}

function nameOf(id: string | undefined): string {
  return `session-editor/${id ?? 'new'}`;
}
