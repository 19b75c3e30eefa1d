import type { GroupPlace } from '@luotsi/identity/model';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';

/** A group, as identity needs to know of it. */
export interface KnownGroup extends GroupPlace {
  readonly name: Localised;
}

/** The places that roles are held in and people work in, as they are now. */
export interface KnownPlaces {
  /** By code. */
  readonly regions: ReadonlyMap<string, Localised>;
  /** By id. */
  readonly groups: ReadonlyMap<string, KnownGroup>;
  readonly sectors: ReadonlySet<string>;
}

/** An organisation that somebody works for and the list lacks. */
export interface NewOrganisation {
  readonly name: string;
  readonly sector: string;
  readonly region: string | null;
}

/** What identity asks of the network, which knows the regions, groups and organisations. */
export abstract class Places {
  abstract known(): Promise<KnownPlaces>;
  /** The organisation's name; null when there is none by this id. */
  abstract organisation(id: string): Promise<Localised | null>;
  /**
   * Puts an organisation on the list; one of the same name in the same region is joined instead.
   * @param organisation its name as it is written in every language, its sector, its region's code
   */
  abstract addOrganisation(
    manager: EntityManager,
    organisation: NewOrganisation,
  ): Promise<{ readonly id: string; readonly name: Localised; readonly added: boolean }>;
}

/** What identity asks of the frameworks, which name the kinds of practitioners. */
export abstract class PractitionerTypes {
  abstract has(id: string): Promise<boolean>;
}
