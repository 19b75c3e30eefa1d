import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  composeDescription,
  givenBy,
  outlineChanges,
  outlineDifferences,
  outlineMeetings,
  sessionDraft,
  shiftOf,
  type getSessionOutline,
  type OutlineContent,
  type OutlineGiven,
  type startFromOutline,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { newId, ProblemException } from '@luotsi/platform/api';
import { languages, type Answer, type Localised, type Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { organisedSession } from '../organise/organised-session';
import { organiserFor, requireOrganiser } from '../organise/organisers';
import { SessionWriter } from '../organise/session-writer';
import { latestVersion } from './outline-store';
import { readSessionOutline, toOutlined } from './session-outline';

/** Seats of a session whose outline suggests none. */
const SEATS = 20;

/** Sessions that are started from outlines, and what has changed in those since. */
@Injectable()
export class SessionsOfOutlines {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly writer: SessionWriter,
  ) {}

  /**
   * Starts a draft from the latest version.
   * @returns the id of the session
   * @throws ProblemException `not-found`, `outline-not-published`, `organiser-not-yours`, or what is
   *   wrong with the times
   */
  start(
    id: string,
    wishes: Received<typeof startFromOutline>['body'],
    person: Principal,
  ): Promise<string> {
    return this.writer.work(async (manager) => {
      const { number, content } = await startable(manager, id);
      const organiser = await organiserFor(manager, person, wishes.organiser);
      const given = givenBy(content, shiftOf(content.slots, wishes.start));
      const draft = sessionDraft.parse({
        title: given.title,
        summary: given.summary,
        description: composeDescription({ ...given, intro: given.description }),
        targetGroup: given.targetGroup,
        theme: given.theme,
        competences: given.competences,
        form: given.form,
        capacity: given.seats ?? SEATS,
        languages: languagesOf(given.title),
        organiser: { type: organiser.type, id: organiser.id },
        regions: organiser.region === null ? [] : [organiser.region],
        meetings: outlineMeetings(content.slots, wishes).map((meeting) => ({
          ...meeting,
          timeZone: wishes.timeZone,
        })),
        outlineId: id,
        outlineVersion: number,
      });
      const session = await this.writer.create(manager, draft, person.id);
      await keepGiven(manager, session, given);
      await addMaterials(manager, session, given.materials);
      return session;
    });
  }

  /**
   * What has changed in the outline of a session since, and what of it the session doesn't say yet.
   * @throws ProblemException `not-found`, `organiser-not-yours`
   */
  async compare(id: string, person: Principal): Promise<Answer<typeof getSessionOutline>> {
    const { manager } = this.database;
    await requireOrganiser(manager, person, id);
    const session = await organisedSession(manager, id);
    if (!session) throw new ProblemException('not-found');
    const found = await readSessionOutline(manager, session);
    if (!found) {
      return { outline: null, changes: [], differences: [], sessionVersion: session.version };
    }
    const { given, next } = found;
    return {
      outline: found.outline,
      changes: outlineChanges(found.content, found.latest),
      differences: outlineDifferences(toOutlined(session), given, next),
      sessionVersion: session.version,
    };
  }
}

async function startable(
  manager: EntityManager,
  id: string,
): Promise<{ number: number; content: OutlineContent }> {
  const latest = await latestVersion(manager, id);
  if (latest) return latest;
  const [draft] = await manager.query<unknown[]>('SELECT FROM calendar.outline WHERE id = $1', [
    id,
  ]);
  throw new ProblemException(draft ? 'outline-not-published' : 'not-found');
}

/** Keeps what a session was given by its outline. */
export async function keepGiven(
  manager: EntityManager,
  session: string,
  given: OutlineGiven,
): Promise<void> {
  await manager.query(
    `INSERT INTO calendar.outline_given (session_id, given) VALUES ($1, $2)
     ON CONFLICT (session_id) DO UPDATE SET given = EXCLUDED.given`,
    [session, JSON.stringify(given)],
  );
}

/** Adds links to the materials of a session, in their order. */
export async function addMaterials(
  manager: EntityManager,
  session: string,
  materials: readonly { readonly title: Localised; readonly url: string }[],
): Promise<void> {
  const rows = materials.map((material) => ({ ...material, id: newId() }));
  await manager.query(
    `INSERT INTO calendar.material (id, session_id, title, url)
     SELECT id, $1, title, url FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, title jsonb, url text)`,
    [session, JSON.stringify(rows)],
  );
}

/** What is written in one language only is held in it; otherwise in Finnish, to begin with. */
function languagesOf(title: Localised): ('fi' | 'sv' | 'en')[] {
  const written = languages.filter((language) => title[language] !== '');
  return written.length === 1 ? [...written] : ['fi'];
}
