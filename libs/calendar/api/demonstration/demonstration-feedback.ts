import { batchOf, FEEDBACK_STAYS } from '@luotsi/calendar/model';
import type { EntityManager } from 'typeorm';
import { attendedOf } from '../attendance/attended';
import { settleCertificates } from '../certificates/attendance-certificates';
import type { Chance } from './chance';

/** Of so many in a hundred who were asked there is an answer. */
const ANSWERED = 70;

/** Certificates are made for these, who have answers to give as well; for everyone they would be a thousand. */
const CERTIFIED = ['counsellor1', 'counsellor2'];

const GOOD = [
  'Esimerkit tulivat omasta arjestamme.',
  'Rauhallinen tahti ja aikaa keskustelulle.',
  'Sain työkalun, jota kokeilin heti seuraavana päivänä.',
  'Ryhmä oli sopivan kokoinen.',
  'Bra diskussioner över kommungränserna.',
];
const BETTER = [
  'Aineisto kannattaisi lähettää etukäteen.',
  'Taukoja saisi olla enemmän.',
  'Etäyhteyden ääni katkeili aamupäivällä.',
  'Mer tid för grupparbetet.',
];

interface Held {
  readonly id: string;
  readonly last_end: Date;
  readonly people: string[];
}

/**
 * What followed on everything that has been held: answers of most, from five up in figures; the first
 * accounts have some still to give. Nobody is told of any of it.
 */
export async function demonstrateFeedback(
  manager: EntityManager,
  today: Date,
  chance: Chance,
): Promise<void> {
  const held = await manager.query<Held[]>(
    `SELECT s.id, s.last_end, array_agg(e.person_id ORDER BY e.ticket) AS people
     FROM calendar.session s
     JOIN calendar.enrolment e ON e.session_id = s.id AND e.status = 'confirmed'
     WHERE s.status = 'published' AND s.last_end < $1
     GROUP BY s.id ORDER BY s.last_end, s.id`,
    [today],
  );
  const names = await manager.query<{ id: string; name: string }[]>(
    `SELECT id, split_part(email, '@', 1) AS name FROM identity.person
     WHERE split_part(email, '@', 1) = ANY ($1) AND email LIKE '%@demo.%'`,
    [CERTIFIED],
  );
  const first = names.map((person) => person.id);
  const rounds: object[] = [];
  const asked: object[] = [];
  const answers: object[] = [];
  for (const { id, last_end, people } of held) {
    const isOpen = last_end.getTime() > today.getTime() - FEEDBACK_STAYS;
    const who = people.filter(
      (person) => !(isOpen && first.includes(person)) && chance.between(1, 100) <= ANSWERED,
    );
    rounds.push({ session_id: id, asked: people.length, answers: who.length });
    if (isOpen)
      asked.push(
        ...people.map((person_id) => ({
          session_id: id,
          person_id,
          answered: who.includes(person_id),
        })),
      );
    answers.push(...who.map((_, at) => answer(id, batchOf(at + 1), chance)));
  }
  await manager.query(
    KEEP,
    [rounds, asked, answers].map((rows) => JSON.stringify(rows)),
  );
  for (const { id } of held) {
    await settleCertificates(manager, id, await attendedOf(manager, [id], first), null);
  }
  await manager.query(
    `UPDATE credential.credential c SET issued_at = s.last_end + interval '1 day'
     FROM calendar.session s WHERE c.about = s.id::text`,
  );
  await manager.query(`DELETE FROM notice.notice WHERE kind = 'credential-issued'`);
}

function answer(session_id: string, batch: number, chance: Chance): object {
  const whole = chance.between(3, 5);
  const near = () => Math.min(5, Math.max(1, whole + chance.between(-1, 1)));
  const text = (texts: readonly string[]) =>
    chance.between(1, 4) === 1 ? chance.oneOf(texts) : '';
  return {
    ...{ session_id, batch, whole, content: near(), usefulness: near(), recommend: whole > 3 },
    ...{ good: text(GOOD), better: text(BETTER) },
  };
}

const KEEP = `
  WITH rounds AS (
    INSERT INTO calendar.feedback_round (session_id, asked, answers, followed)
    SELECT session_id, asked, answers, true FROM jsonb_to_recordset($1::jsonb) AS r
      (session_id uuid, asked integer, answers integer)
  ), asked AS (
    INSERT INTO calendar.feedback_asked (session_id, person_id, answered)
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS a
      (session_id uuid, person_id uuid, answered boolean)
  )
  INSERT INTO calendar.feedback_answer (session_id, batch, whole, content, usefulness, recommend,
    good, better, shuffled)
  SELECT session_id, batch, whole, content, usefulness, recommend, good, better, true
  FROM jsonb_to_recordset($3::jsonb) AS a (session_id uuid, batch integer, whole smallint,
    content smallint, usefulness smallint, recommend boolean, good text, better text)`;
