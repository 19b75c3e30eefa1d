import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, type Person } from '@luotsi/identity/model';
import {
  Changes,
  CONFIGURATION,
  Mail,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import type { Localised, Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { judgedLetter } from '../people/letters';
import { IDENTITY } from '../people/people';
import { ReadPeople } from '../people/read-people';
import { Places } from '../places';
import type { Principal } from '../principal';
import { lockAffiliation, moveAffiliation, type CurrentAffiliation } from './affiliations';
import { PlaceOrganisation } from './place-organisation';

type Body = Received<typeof identityContract.judgeAffiliation>['body'];
type What = 'region' | 'organisation';

/** Where coordinators confirm what people say of themselves, or say that it is not so. */
@Injectable()
export class JudgeAffiliation {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly places: Places,
    private readonly placing: PlaceOrganisation,
    private readonly people: ReadPeople,
    private readonly mail: Mail,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * @throws ProblemException `not-found`, `own-word`, `out-of-reach`, `changed-meanwhile`,
   *   `nothing-to-confirm`, `organisation-unplaced`, `organisation-unknown`, `sector-unknown`
   */
  async judge(judge: Principal, id: string, body: Body): Promise<Person> {
    if (judge.id === id) throw new ProblemException('own-word');
    const person = await this.database.transaction(async (manager) => {
      const now = await lockAffiliation(manager, id);
      const before = await this.people.one(manager, judge, id);
      if (!now || now.id !== body.affiliation) {
        throw new ProblemException('changed-meanwhile', { current: before });
      }
      if (!before.mayConfirm) throw new ProblemException('out-of-reach');
      const confirmed = judged(now, body, 'confirmed');
      const rejected = judged(now, body, 'rejected');
      if (confirmed.length + rejected.length === 0)
        throw new ProblemException('nothing-to-confirm');
      const placed =
        now.organisationNamed !== null && confirmed.includes('organisation')
          ? await this.placing.place(manager, judge.id, id, now, body.into)
          : null;
      await this.confirm(manager, judge, now, confirmed);
      if (rejected.length > 0) {
        const without = withoutWhatIsNotSo(rejected);
        const stands = (await lockAffiliation(manager, id)) ?? now;
        await moveAffiliation(manager, id, { ...stands, ...without });
      }
      for (const [action, fields] of [
        ['profile-confirmed', confirmed],
        ['profile-rejected', rejected],
      ] as const) {
        if (fields.length === 0) continue;
        await Audit.record(manager, { action, actor: judge.id, subject: id, facts: { fields } });
      }
      const names = {
        region: await this.regionOf(now),
        organisation: placed ?? (await this.named(now)),
      };
      await this.tell(manager, before, names, { confirmed, rejected }, body.reason);
      await Changes.announce(manager, IDENTITY, id);
      return this.people.one(manager, judge, id, { seen: true });
    });
    this.changes.changedHere(IDENTITY, id);
    return person;
  }

  private async confirm(
    manager: EntityManager,
    judge: Principal,
    { id }: CurrentAffiliation,
    fields: readonly What[],
  ): Promise<void> {
    for (const what of fields) {
      await manager.query(
        `UPDATE identity.affiliation SET ${what}_confirmed_at = now(), ${what}_confirmed_by = $2
         WHERE id = $1`,
        [id, judge.id],
      );
    }
  }

  private async regionOf({ region }: CurrentAffiliation): Promise<Localised | null> {
    return (await this.places.known()).regions.get(region ?? '') ?? null;
  }

  private async named(now: CurrentAffiliation): Promise<Localised | null> {
    const { organisation, organisationNamed: name } = now;
    if (organisation) return this.places.organisation(organisation);
    return name === null ? null : { fi: name, sv: name, en: name };
  }

  private async tell(
    manager: EntityManager,
    person: Person,
    names: Readonly<Record<What, Localised | null>>,
    fields: Readonly<Record<'confirmed' | 'rejected', readonly What[]>>,
    reason: string | undefined,
  ): Promise<void> {
    for (const verdict of ['confirmed', 'rejected'] as const) {
      if (fields[verdict].length === 0) continue;
      const told = (what: What) => (fields[verdict].includes(what) ? names[what] : null);
      await this.mail.post(manager, {
        to: { name: person.name, address: person.email },
        person: person.id,
        kind: `profile-${verdict}`,
        language: person.language,
        content: judgedLetter(person.language, {
          verdict,
          judged: { region: told('region'), organisation: told('organisation') },
          reason: verdict === 'rejected' ? reason : undefined,
          profileUrl: `${publicOrigin(this.configuration)}/account/profile`,
        }),
      });
    }
  }
}

function isSaid(now: CurrentAffiliation, what: What): boolean {
  return now[what] !== null || (what === 'organisation' && now.organisationNamed !== null);
}

function withoutWhatIsNotSo(rejected: readonly What[]): Partial<CurrentAffiliation> {
  return {
    ...(rejected.includes('region') && { region: null }),
    ...(rejected.includes('organisation') && { organisation: null, organisationNamed: null }),
  };
}

/** What of the body can be judged so: it has been said, and is not confirmed yet. */
function judged(
  now: CurrentAffiliation,
  body: Body,
  verdict: 'confirmed' | 'rejected',
): readonly What[] {
  return (['region', 'organisation'] as const).filter(
    (what) => body[what] === verdict && isSaid(now, what) && !now[`${what}Confirmed`],
  );
}
