import { Injectable } from '@nestjs/common';
import type { PlacedOrganisation } from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { Places } from '../places';
import type { CurrentAffiliation } from './affiliations';

/** Where an organisation that a person has named belongs on the list. */
@Injectable()
export class PlaceOrganisation {
  constructor(private readonly places: Places) {}

  /**
   * Joins the person's word to an organisation of the list, or adds one of that name. The person is
   * locked; whoever places it may confirm for them.
   * @returns the name that it has on the list
   * @throws ProblemException `organisation-unplaced`, `organisation-unknown`, `sector-unknown`
   */
  async place(
    manager: EntityManager,
    by: string,
    person: string,
    now: CurrentAffiliation,
    into: PlacedOrganisation | undefined,
  ): Promise<Localised> {
    if (!into) throw new ProblemException('organisation-unplaced');
    const { id, name, added } =
      'organisation' in into
        ? await this.onTheList(into.organisation)
        : await this.added(manager, now, into);
    await manager.query(
      `UPDATE identity.affiliation SET organisation_id = $2, organisation_named = NULL,
         organisation_confirmed_at = now(), organisation_confirmed_by = $3 WHERE id = $1`,
      [now.id, id, by],
    );
    await Audit.record(manager, {
      action: added ? 'organisation-added' : 'organisation-joined',
      actor: by,
      subject: person,
      facts: { organisation: id },
    });
    return name;
  }

  private async onTheList(id: string) {
    const name = await this.places.organisation(id);
    if (!name) throw new ProblemException('organisation-unknown');
    return { id, name, added: false };
  }

  private async added(
    manager: EntityManager,
    { region }: CurrentAffiliation,
    { name, sector }: { readonly name: string; readonly sector: string },
  ) {
    const { sectors } = await this.places.known();
    if (!sectors.has(sector)) throw new ProblemException('sector-unknown');
    return this.places.addOrganisation(manager, { name, sector, region });
  }
}
