import { Injectable } from '@nestjs/common';
import { SessionWriter } from '@luotsi/calendar/api';
import { sessionDraft } from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import {
  isPublic,
  sessionTimes,
  takesUpFor,
  type PlanItem,
  type PlanState,
} from '@luotsi/planning/model';
import type { EntityManager } from 'typeorm';
import { itemJson } from './plan-sql';

interface FoundItem {
  readonly item: PlanItem;
  readonly year: number;
  readonly state: PlanState;
  readonly group: string;
}

/** Makes a session from a planned training, which then knows the item that it came from. */
@Injectable()
export class TakeUpItem {
  constructor(private readonly sessions: SessionWriter) {}

  /**
   * Creates a draft with what the plan says; the organiser is whom the person acts for.
   * @param times wall clock `2027-03-09T09:00`; a Tuesday in the item's month unless given
   * @returns the id of the session
   * @throws ProblemException `not-found`, `plan-is-superseded`, `plan-item-not-yours`, or what is
   *   wrong with the times
   */
  take(
    id: string,
    times: { readonly start?: string | undefined; readonly end?: string | undefined },
    person: Principal,
  ): Promise<string> {
    return this.sessions.work(async (manager) => {
      const { item, year, group } = await findItem(manager, id);
      const taker = { roles: person.roles, regionOfGroup: await regionOfGroups(manager, person) };
      const takenFor = takesUpFor(taker, { ...item, group });
      if (!takenFor) throw new ProblemException('plan-item-not-yours');
      const organiser =
        'group' in takenFor ? takenFor.group : await groupOfRegion(manager, takenFor.region);
      const draft = sessionDraft.parse({
        title: item.title,
        targetGroup: item.targetGroup,
        form: item.form,
        languages: languagesOf(item.title),
        theme: item.theme,
        competences: item.competences,
        regions: 'region' in takenFor ? [takenFor.region] : item.regions,
        capacity: item.seats ?? 20,
        meetings: [sessionTimes({ ...item, year }, times)],
        organiser: { type: 'group', id: organiser ?? item.organiser },
        planItemId: item.id,
      });
      return this.sessions.create(manager, draft, person.id);
    });
  }
}

async function findItem(manager: EntityManager, id: string): Promise<FoundItem> {
  const [found] = await manager.query<FoundItem[]>(
    `SELECT ${itemJson('true')} AS item, p.year, p.state, p.group_id AS "group"
     FROM planning.plan_item i JOIN planning.plan p ON p.id = i.plan_id WHERE i.id = $1`,
    [id],
  );
  if (!found || !isPublic(found.state)) throw new ProblemException('not-found');
  if (found.state === 'superseded') throw new ProblemException('plan-is-superseded');
  return found;
}

/** The region of each ELO group in which the person holds a role. */
async function regionOfGroups(
  manager: EntityManager,
  person: Principal,
): Promise<Record<string, string>> {
  const ids = person.roles.flatMap(({ scope }) =>
    scope.type === 'group' && scope.id !== null ? [scope.id] : [],
  );
  const rows = await manager.query<{ id: string; region: string }[]>(
    `SELECT id, region_code AS region FROM network."group"
     WHERE id::text = ANY ($1) AND region_code IS NOT NULL`,
    [ids],
  );
  return Object.fromEntries(rows.map(({ id, region }) => [id, region]));
}

async function groupOfRegion(manager: EntityManager, region: string): Promise<string | undefined> {
  const [group] = await manager.query<{ id: string }[]>(
    `SELECT id FROM network."group" WHERE kind = 'elo' AND region_code = $1 LIMIT 1`,
    [region],
  );
  return group?.id;
}

/** A training that is named in one language only is held in it; otherwise in Finnish, to begin with. */
function languagesOf(title: Localised): ('fi' | 'sv' | 'en')[] {
  const written = (['fi', 'sv', 'en'] as const).filter((language) => title[language] !== '');
  return written.length === 1 ? written : ['fi'];
}
