import {
  givenBy,
  minutesOf,
  outlineDays,
  type OrganisedSession,
  type OutlineContent,
  type OutlinedSession,
  type OutlineGiven,
} from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';

/** A session's outline: the version it follows beside the latest. */
export interface SessionOutline {
  readonly outline: {
    id: string;
    title: Localised;
    version: number;
    latest: number;
    notes: { number: number; note: Localised }[];
  };
  /** What the version that the session follows says, and what the latest says. */
  readonly content: OutlineContent;
  readonly latest: OutlineContent;
  /** What the session was given, and what it would be given now. */
  readonly given: OutlineGiven;
  readonly next: OutlineGiven;
}

interface Row {
  readonly number: number;
  readonly content: OutlineContent;
  readonly note: Localised;
  readonly given: OutlineGiven | null;
}

/** The outline that a session was started from; null when there is none. */
export async function readSessionOutline(
  manager: EntityManager,
  session: Pick<OrganisedSession, 'id' | 'outlineId' | 'outlineVersion' | 'meetings'>,
): Promise<SessionOutline | null> {
  const { outlineId, outlineVersion } = session;
  if (outlineId === null || outlineVersion === null) return null;
  const versions = await manager.query<Row[]>(
    `SELECT v.number, v.content, v.note, o.given FROM calendar.outline_version v
     LEFT JOIN calendar.outline_given o ON o.session_id = $2
     WHERE v.outline_id = $1 AND v.number >= $3 ORDER BY v.number`,
    [outlineId, session.id, outlineVersion],
  );
  const [followed, latest] = [versions[0], versions.at(-1)];
  if (!followed || !latest) return null;
  const shift = shiftNow(followed.content, session.meetings);
  return {
    outline: {
      id: outlineId,
      title: latest.content.title,
      version: followed.number,
      latest: latest.number,
      notes: versions.slice(1).map(({ number, note }) => ({ number, note })),
    },
    content: followed.content,
    latest: latest.content,
    given: followed.given ?? givenBy(followed.content, shift),
    next: givenBy(latest.content, shift),
  };
}

/** A session as far as its outline is concerned. */
export function toOutlined(session: OrganisedSession): OutlinedSession {
  return {
    title: session.title,
    summary: session.summary,
    targetGroup: session.targetGroup,
    description: session.description,
    theme: session.theme,
    competences: session.competences,
    form: session.form,
    capacity: session.capacity,
    meetings: session.meetings
      .filter(({ cancelled }) => !cancelled)
      .map(({ start, end }) => ({ start, end })),
    materials: session.materials.flatMap(({ title, url }) =>
      url === null ? [] : [{ title, url }],
    ),
  };
}

/** By how many minutes the session's first meeting starts off the outline's clock. */
function shiftNow(content: OutlineContent, meetings: OrganisedSession['meetings']): number {
  const first = meetings.find(({ cancelled }) => !cancelled);
  const [day] = outlineDays(content.slots);
  return first && day ? minutesOf(first.start.slice(11)) - minutesOf(day.start) : 0;
}
