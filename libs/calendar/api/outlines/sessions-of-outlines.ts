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
  takeOver,
  type getSessionOutline,
  type OutlineContent,
  type startFromOutline,
  type takeOverOutline,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import { languages, type Answer, type Localised, type Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { organisedSession } from '../organise/organised-session';
import { organiserFor, requireOrganiser } from '../organise/organisers';
import { SessionWriter } from '../organise/session-writer';
import { addMaterials, keepGiven, replaceMaterials } from './keep-given';
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

  /**
   * Takes over parts of the latest version; what isn't named stays as the organiser has it, and isn't
   * asked about again.
   * @returns the parts that were taken
   * @throws ProblemException `not-found`, `organiser-not-yours`, `changed-meanwhile` when the outline,
   *   `edited-meanwhile` when the session is another than the one that was seen
   */
  takeOver(
    id: string,
    { latest, sessionVersion, parts }: Received<typeof takeOverOutline>['body'],
    person: Principal,
  ): Promise<Answer<typeof takeOverOutline>> {
    return this.writer.work(async (manager) => {
      await requireOrganiser(manager, person, id);
      const session = await organisedSession(manager, id);
      const found = session && (await readSessionOutline(manager, session));
      if (!found) throw new ProblemException('not-found');
      if (found.outline.latest !== latest) throw new ProblemException('changed-meanwhile');
      const outlined = toOutlined(session);
      const { meetings, materials, ...fields } = takeOver(outlined, found.given, found.next, parts);
      const standing = session.meetings.filter(({ cancelled }) => !cancelled);
      const change = {
        ...fields,
        version: sessionVersion,
        outlineId: found.outline.id,
        outlineVersion: latest,
        ...(meetings && {
          meetings: meetings.flatMap((times, place) => {
            const meeting = standing[place];
            return meeting ? [{ id: meeting.id, timeZone: meeting.timeZone, ...times }] : [];
          }),
        }),
      };
      await this.writer.change(manager, id, change, person.id);
      if (materials) await replaceMaterials(manager, id, materials);
      await keepGiven(manager, id, found.next);
      const taken = outlineDifferences(outlined, found.given, found.next)
        .filter(({ part, takeable }) => takeable && parts.includes(part))
        .map(({ part }) => part);
      return { id, version: latest, taken };
    });
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

/** What is written in one language only is held in it; otherwise in Finnish, to begin with. */
function languagesOf(title: Localised): ('fi' | 'sv' | 'en')[] {
  const written = languages.filter((language) => title[language] !== '');
  return written.length === 1 ? [...written] : ['fi'];
}
