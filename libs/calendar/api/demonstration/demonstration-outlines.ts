import {
  composeDescription,
  givenBy,
  outlineContent,
  outlineMeetings,
  recurrenceOf,
  sessionDraft,
  type OutlineContent,
  type SeriesRule,
} from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { insertSessions, type NewSession } from '../organise/insert-sessions';
import { meetingRecord } from '../organise/meeting-times';
import { organisedSession } from '../organise/organised-session';
import { keepGiven } from '../outlines/keep-given';
import { insertOutline, insertVersion } from '../outlines/outline-store';
import { givenAs, keepSeriesGiven } from '../series/given';
import { seriesDates } from '../series/recurrence';
import content from './outlines.json' with { type: 'json' };

const organiser = { type: 'group', id: groupId('dg2') } as const;
const DAY = 86_400_000;

/**
 * Outlines of the demonstration: the learning café that every region holds, a workshop that has
 * changed since a session was started from it, and a coach's draft; and a series of morning coffees.
 */
export async function demonstrateOutlines(manager: EntityManager, today: Date): Promise<void> {
  const by = async (name: string) => {
    const [person] = await manager.query<{ id: string }[]>(
      `SELECT id FROM identity.person WHERE email LIKE $1 || '@demo.%'`,
      [name],
    );
    return person?.id ?? null;
  };
  const developer = await by('developer1');
  const cafe = outlineContent.parse(content.cafe);
  await publish(manager, [cafe], developer, async (id) => {
    // The cafés so far were held by it, and so are the next ones of each region.
    await manager.query(
      `UPDATE calendar.session SET outline_id = $1, outline_version = 1 WHERE id IN (
         SELECT s.id FROM calendar.session s
         JOIN network."group" g ON g.id = s.organising_group_id AND g.kind = 'elo'
         WHERE s.status = 'published' AND s.first_start < now() + interval '60 days'
         ORDER BY s.first_start, s.id)`,
      [id],
    );
  });
  const workshop = outlineContent.parse(content.workshop);
  await publish(manager, [workshop, changed(workshop)], developer, (id) =>
    startWorkshop(manager, id, workshop, today, developer),
  );
  const seniors = outlineContent.parse(content.seniors);
  await insertOutline(manager, newId(), seniors, await by('coach1'));
  await demonstrateSeries(manager, today, developer);
}

/** The workshop as it is now: shorter pairs, a third outcome, and what one brings along. */
function changed(workshop: OutlineContent): OutlineContent {
  return {
    ...workshop,
    seats: 20,
    outcomes: [
      ...workshop.outcomes,
      {
        id: '019a1000-0000-7000-8000-000000000103',
        text: {
          fi: 'Osaat sopia tauoista ja suojata oman jaksamisesi',
          sv: 'Du kan komma överens om pauser och värna din egen ork',
          en: 'You can agree on breaks and look after yourself',
        },
      },
    ],
    slots: workshop.slots.map((slot) =>
      slot.day === 2 && slot.start === '12:30' ? { ...slot, end: '13:30' } : slot,
    ),
  };
}

const NO_NOTE = { fi: '', sv: '', en: '' };
const NOTE = {
  fi: 'Palautteen perusteella lisättiin jaksaminen, ja toinen päivä loppuu aiemmin.',
  sv: 'Utifrån responsen lades orken till, och den andra dagen slutar tidigare.',
  en: 'After the feedback: looking after oneself is in, and the second day ends earlier.',
};

/** Publishes the versions of an outline; between the first and the next it is put to use. */
async function publish(
  manager: EntityManager,
  versions: readonly OutlineContent[],
  by: string | null,
  use: (id: string) => Promise<void>,
): Promise<void> {
  const id = newId();
  const [first, latest] = [versions[0], versions.at(-1)];
  if (!first || !latest) return;
  await insertOutline(manager, id, latest, by);
  for (const [place, content] of versions.entries()) {
    const note = place === 0 ? NO_NOTE : NOTE;
    await insertVersion(manager, { id, number: place + 1, content, note, by });
    if (place === 0) await use(id);
  }
}

/** A session as it was started from the workshop's first version. */
async function startWorkshop(
  manager: EntityManager,
  outline: string,
  workshop: OutlineContent,
  today: Date,
  by: string | null,
): Promise<void> {
  const day = (days: number) => new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
  const given = givenBy(workshop, 0);
  const { meetings, ...input } = sessionDraft.parse({
    ...{ title: given.title, summary: given.summary, targetGroup: given.targetGroup },
    ...{ theme: given.theme, competences: given.competences, form: given.form },
    description: composeDescription({ ...given, intro: given.description }),
    ...{ capacity: given.seats ?? 20, organiser, contact: 'luotsi@demo.luotsi.example' },
    place: { fi: 'Helsinki, Kirjasto 10', sv: 'Helsingfors, Bibliotek 10', en: 'Helsinki' },
    meetings: outlineMeetings(workshop.slots, { dates: [day(75), day(89)] }),
    ...{ outlineId: outline, outlineVersion: 1 },
  });
  const session: NewSession = {
    ...{ id: newId(), input, createdBy: by },
    meetings: meetings.map((meeting) => meetingRecord(meeting)),
    publishedAt: new Date(today.getTime() - DAY).toISOString(),
  };
  await insertSessions(manager, [session]);
  await keepGiven(manager, session.id, given);
}

/** Morning coffees on the second Tuesday of each month, one of which has a name of its own. */
async function demonstrateSeries(
  manager: EntityManager,
  today: Date,
  by: string | null,
): Promise<void> {
  const rule: SeriesRule = { frequency: 'monthly', every: 1, day: 'weekday', times: 6, skip: [] };
  const first = secondTuesday(today);
  const seriesId = newId();
  const { meetings, ...input } = sessionDraft.parse({
    ...{ title: content.series.title, summary: content.series.summary, theme: 'dg2' },
    ...{ capacity: 60, form: 'online', organiser, contact: 'luotsi@demo.luotsi.example', seriesId },
    meetings: [{ start: `${first}T08:30`, end: `${first}T09:00` }],
    link: 'https://kokous.demo.luotsi.example/aamukahvit',
  });
  await manager.query(
    `INSERT INTO calendar.series (id, rule, first_date, recurrence) VALUES ($1, $2, $3, $4)`,
    [seriesId, JSON.stringify(rule), first, recurrenceOf(rule, first)],
  );
  const publishedAt = new Date(today.getTime() - DAY).toISOString();
  const sessions = seriesDates(rule, meetings, []).map(({ meetings }): NewSession => ({
    ...{ id: newId(), input, createdBy: by, publishedAt },
    meetings: meetings.map((meeting) => meetingRecord(meeting)),
  }));
  await insertSessions(manager, sessions);
  for (const { id } of sessions) {
    const session = await organisedSession(manager, id);
    if (session) await keepSeriesGiven(manager, [{ session_id: id, given: givenAs(session) }]);
  }
  await manager.query(`UPDATE calendar.session SET title = $2 WHERE id = $1`, [
    sessions[1]?.id,
    JSON.stringify(content.series.renamed),
  ]);
}

/** The second Tuesday of the month after next. */
function secondTuesday(today: Date): string {
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 2, 1));
  const untilTuesday = (2 - first.getUTCDay() + 7) % 7;
  return new Date(first.getTime() + (untilTuesday + 7) * DAY).toISOString().slice(0, 10);
}
