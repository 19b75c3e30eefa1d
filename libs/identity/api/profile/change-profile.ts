import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, type Affiliation, type Profile } from '@luotsi/identity/model';
import { Changes, ProblemException } from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { IDENTITY } from '../people/people';
import { Places, PractitionerTypes } from '../places';
import { lockAffiliation, moveAffiliation } from './affiliations';
import { profileOf } from './profile-sql';

type Change = Received<typeof identityContract.changeMe>['body'];

/** What a person changes of themselves. */
@Injectable()
export class ChangeProfile {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly places: Places,
    private readonly practitionerTypes: PractitionerTypes,
  ) {}

  /**
   * Changes what is named, all of it or nothing.
   * @throws ProblemException `changed-meanwhile`, `region-unknown`, `organisation-unknown`, …
   */
  async change(person: string, change: Change): Promise<void> {
    await this.check(change);
    await this.database.transaction(async (manager) => {
      const before = await lockAffiliation(manager, person);
      if (!before) throw new ProblemException('sign-in-needed');
      await refuseIfChanged(manager, person, change.version);
      const fields = Object.keys(change).filter((name) => name !== 'version');
      await this.write(manager, person, change);
      const after = affiliationAfter(before, change);
      if (after) await moveAffiliation(manager, person, after);
      if (fields.some((name) => name !== 'language')) {
        await Audit.record(manager, {
          action: 'profile-changed',
          actor: person,
          subject: person,
          facts: { fields },
        });
      }
      await Changes.announce(manager, IDENTITY, person);
    });
    this.changes.changedHere(IDENTITY, person);
  }

  private async check(change: Change): Promise<void> {
    const { region, organisation, sector, practitionerType } = change;
    if (region || sector) {
      const known = await this.places.known();
      if (region && !known.regions.has(region)) throw new ProblemException('region-unknown');
      if (sector && !known.sectors.has(sector)) throw new ProblemException('sector-unknown');
    }
    if (organisation && !(await this.places.organisation(organisation))) {
      throw new ProblemException('organisation-unknown');
    }
    if (practitionerType && !(await this.practitionerTypes.has(practitionerType))) {
      throw new ProblemException('practitioner-type-unknown');
    }
  }

  private async write(manager: EntityManager, person: string, change: Change): Promise<void> {
    await manager.query(
      `UPDATE identity.person SET name = coalesce($2, name), language = coalesce($3, language),
         languages = coalesce($4::text[], languages), updated_at = now() WHERE id = $1`,
      [
        person,
        change.name ?? null,
        change.language ?? null,
        change.languages ? [...new Set(change.languages)] : null,
      ],
    );
  }
}

/** @throws ProblemException `changed-meanwhile` with the profile as it stands now */
async function refuseIfChanged(
  manager: EntityManager,
  person: string,
  version: string | undefined,
): Promise<void> {
  if (version === undefined) return;
  const [row] = await manager.query<{ profile: Profile }[]>(
    `SELECT ${profileOf('p')} AS profile FROM identity.person p WHERE p.id = $1`,
    [person],
  );
  if (row && row.profile.version !== version) {
    throw new ProblemException('changed-meanwhile', { current: row.profile });
  }
}

/** Where the person works after the change; null when that stays. */
function affiliationAfter(before: Affiliation, change: Change): Affiliation | null {
  const names = [
    'region',
    'organisation',
    'organisationNamed',
    'sector',
    'practitionerType',
  ] as const;
  if (names.every((name) => change[name] === undefined || change[name] === before[name])) {
    return null;
  }
  const pick = (name: (typeof names)[number]) =>
    change[name] === undefined ? before[name] : change[name];
  return {
    region: pick('region'),
    // What is said last counts: a name instead of one of the list, or one of the list instead.
    organisation: change.organisationNamed ? null : pick('organisation'),
    organisationNamed: change.organisation ? null : pick('organisationNamed'),
    sector: pick('sector'),
    practitionerType: pick('practitionerType'),
  };
}
