import type { AttendanceRecord, MarksTaken } from '@luotsi/calendar/model';
import { Audit } from '@luotsi/identity/api';
import { Notices } from '@luotsi/notice/api';
import type { EntityManager } from 'typeorm';
import type { MeetingRow, SessionRow } from './attended-meetings';
import { markWords } from './notice-kinds';

/**
 * What follows when attendance is put right for a reason: it is in the log, and those whom it concerns
 * are told.
 */
export async function followCorrections(
  manager: EntityManager,
  session: SessionRow,
  meeting: MeetingRow,
  before: ReadonlyMap<string, AttendanceRecord>,
  taken: MarksTaken,
  by: string,
): Promise<void> {
  const corrected = taken.history.filter(({ reason }) => reason !== null);
  if (corrected.length === 0) return;
  await Audit.record(manager, {
    action: 'attendance-corrected',
    actor: by,
    subject: corrected.map(({ person }) => person),
    facts: { session: session.id, count: corrected.length },
  });
  await tellCorrected(manager, session, meeting, before, taken);
}

/**
 * Tells those whose attendance now stands otherwise, and for a reason: once each, however many marks
 * led to it. Who put their own right knows it.
 * @param before how their attendance stood
 */
async function tellCorrected(
  manager: EntityManager,
  session: SessionRow,
  meeting: MeetingRow,
  before: ReadonlyMap<string, AttendanceRecord>,
  { records, history }: MarksTaken,
): Promise<void> {
  const alike = new Map<string, { present: boolean; reason: string; people: string[] }>();
  for (const { person, present } of records) {
    if (before.get(person)?.present === present) continue;
    const line = history.findLast((one) => one.person === person && one.present === present);
    if (!line || line.reason === null || line.by === person) continue;
    const key = `${String(present)} ${line.reason}`;
    const told = alike.get(key) ?? { present, reason: line.reason, people: [] };
    alike.set(key, { ...told, people: [...told.people, person] });
  }
  for (const { present, reason, people } of alike.values())
    await Notices.write(manager, {
      kind: 'attendance-corrected',
      people,
      facts: {
        session: session.title,
        when: { at: new Date(meeting.start).toISOString(), timeZone: meeting.timeZone },
        mark: present ? markWords.present : markWords.absent,
        reason: reason.replace(/[.\s]+$/, ''),
      },
      link: `/sessions/${session.id}`,
    });
}
