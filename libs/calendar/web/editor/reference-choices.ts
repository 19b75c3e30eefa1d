import { computed, inject, Injectable } from '@angular/core';
import { actsFor, listCoaches, type Organiser } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { listGroups, listOrganisations } from '@luotsi/network/model';
import type { Localised } from '@luotsi/platform/model';
import { ApiClient, Format } from '@luotsi/platform/web';
import { organiserKey } from './organiser-key';

/** What an organiser chooses from: in whose name a session is held, and whom it is given to. */
@Injectable({ providedIn: 'root' })
export class ReferenceChoices {
  private readonly api = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly person = inject(CurrentPerson);
  private readonly groups = this.api.resource(listGroups, () => ({ query: {} }));
  private readonly organisations = this.api.resource(listOrganisations, () =>
    this.person.may('session.create') ? { query: {} } : undefined,
  );
  private readonly allCoaches = this.api.resource(listCoaches, () =>
    this.person.may('session.create') ? {} : undefined,
  );

  /** The groups that the person acts for. */
  readonly ownGroups = computed(() =>
    this.own(
      (this.groups.value()?.items ?? []).map(({ id, name, region }) => ({
        ...{ type: 'group' as const, id, name, region: region?.code ?? null },
      })),
    ),
  );

  /** The organisations that the person acts for: those of the own region, or all of the country. */
  readonly ownOrganisations = computed(() =>
    this.own(
      (this.organisations.value()?.items ?? []).map(({ id, name, regionCode }) => ({
        ...{ type: 'organisation' as const, id, name, region: regionCode },
      })),
    ),
  );

  /** Everyone in whose name the person may hold sessions. */
  readonly organisers = computed(() => [...this.ownGroups(), ...this.ownOrganisations()]);

  /** Everyone who holds the role of a coach. */
  readonly coaches = computed(() => this.allCoaches.value()?.items ?? []);

  private own(all: readonly (Organiser & { readonly name: Localised })[]) {
    const roles = this.person.person()?.roles ?? [];
    const named = all
      .filter((organiser) => actsFor(roles, organiser))
      .map(({ type, id, name }) => ({
        ...{ key: organiserKey({ type, id }), name: this.format.text(name), texts: name },
      }));
    return this.format.sorted(named, ({ name }) => name);
  }
}
