import { computed, inject, Injectable } from '@angular/core';
import { actsFor, listCoaches } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { listGroups } from '@luotsi/network/model';
import { ApiClient, Format } from '@luotsi/platform/web';
import { organiserKey } from './organiser-key';

/** What an organiser chooses from: in whose name a session is held, and whom it is given to. */
@Injectable({ providedIn: 'root' })
export class ReferenceChoices {
  private readonly api = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly person = inject(CurrentPerson);
  private readonly groups = this.api.resource(listGroups, () => ({ query: {} }));
  private readonly allCoaches = this.api.resource(listCoaches, () =>
    this.person.may('session.create') ? {} : undefined,
  );

  /** The groups that the person acts for. */
  readonly organisers = computed(() => {
    const roles = this.person.person()?.roles ?? [];
    const own = (this.groups.value()?.items ?? []).filter(({ id, region }) =>
      actsFor(roles, { type: 'group', id, region: region?.code ?? null }),
    );
    const named = own.map(({ id, name }) => ({
      key: organiserKey({ type: 'group', id }),
      name: this.format.text(name),
      texts: name,
    }));
    return this.format.sorted(named, ({ name }) => name);
  });

  /** Everyone who holds the role of a coach. */
  readonly coaches = computed(() => this.allCoaches.value()?.items ?? []);
}
