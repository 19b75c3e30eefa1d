import { finnishStems, wordsOf } from '../../libs/calendar/model/finnish-stem.ts';
import type { Size } from './dataset.ts';

/** A statement of the filling. */
export interface Filling {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What sessions are about: the Finnish title is searched by its stems. */
const titles = [
  [
    'Oppimiskahvila: ohjauksen arki',
    'Lärcafé: vägledningens vardag',
    'Learning café: everyday guidance',
  ],
  ['Ryhmänohjauksen menetelmät', 'Metoder för gruppvägledning', 'Methods of group guidance'],
  [
    'Etäohjaus ja saavutettavuus',
    'Distansvägledning och tillgänglighet',
    'Remote guidance and access',
  ],
  [
    'Työelämätiedon hyödyntäminen',
    'Att använda arbetslivskunskap',
    'Using labour market information',
  ],
  ['Monikulttuurinen ohjaus', 'Mångkulturell vägledning', 'Multicultural guidance'],
  ['Nuorten siirtymät', 'Ungas övergångar', 'Transitions of young people'],
  [
    'Ohjauksen laatu ja arviointi',
    'Vägledningens kvalitet och utvärdering',
    'Quality and evaluation of guidance',
  ],
  ['Alueelliset verkostot', 'Regionala nätverk', 'Regional networks'],
  ['Kohtaaminen ja kuuntelu', 'Möte och lyssnande', 'Meeting and listening'],
  ['Urasuunnittelun työkalut', 'Verktyg för karriärplanering', 'Tools of career planning'],
  ['Osaamisen tunnistaminen', 'Att identifiera kunnande', 'Recognising competence'],
  [
    'Seminaari: ohjaus muutoksessa',
    'Seminarium: vägledning i förändring',
    'Seminar: guidance in change',
  ],
] as const;

/**
 * What fills a country, in stages: all of a stage may run at the same time. What there will be is
 * worked out first, in tables of the schema `bench`; the rows are made from those.
 */
export function stages(size: Size): readonly (readonly (readonly Filling[])[])[] {
  const parts = Array.from({ length: PARTS }, (_, part) => [
    { text: SESSIONS, values: [PARTS, part] },
  ]);
  return [
    [
      [{ text: PEOPLE, values: [size.people] }, { text: ROLES }, { text: WORKPLACES }],
      [
        { text: PLANNED, values: [size.sessions, JSON.stringify(titles.map(subject))] },
        { text: WISHES, values: [size.enrolments, size.people] },
        { text: STANDINGS },
      ],
    ],
    [
      [{ text: ENROLMENTS }],
      ...parts,
      [{ text: STEPS }],
      [{ text: LATER_STEPS }],
      [{ text: MEETINGS }],
      [{ text: REGIONS }],
      [{ text: COMPETENCES }],
    ],
  ];
}

/** Sessions cost most, for their words: in so many parts. */
const PARTS = 4;

function subject([fi, sv, en]: (typeof titles)[number]) {
  const words = [...new Set(wordsOf(fi))];
  const stems = words.flatMap(finnishStems).map((stem) => `~${stem}`);
  return { title: { fi, sv, en }, stems: [...new Set([...words, ...stems])].sort() };
}

/** The n-th of a kind always has the same id, in the order of n, as UUIDs of version 7 have. */
const id = (kind: number, n: string) =>
  `('0190${String(kind).padStart(4, '0')}-' || lpad(to_hex(${n} >> 16 & 65535), 4, '0')
    || '-7' || lpad(to_hex(${n} >> 4 & 4095), 3, '0') || '-8' || lpad(to_hex(${n} & 15), 3, '0')
    || '-' || left(md5('${String(kind)} ' || ${n}), 12))::uuid`;

const REGION_CODES = `ARRAY['01','02','04','05','06','07','08','09','10','11','12','13','14','15','16','17','18','19','21']`;

const PEOPLE = `
  INSERT INTO identity.person (id, name, email, email_verified, languages)
  SELECT ${id(1, 'n')},
    (ARRAY['Aino','Eero','Åsa','Kaija','Mikko','Sanna','Öystein','Tuula'])[1 + n % 8] || ' '
      || (ARRAY['Korhonen','Virtanen','Öhman','Mäkinen','Lindström','Nieminen','Saari'])[1 + n % 7]
      || ' ' || n,
    'bench' || n || '@people.luotsi.example', true, ARRAY['fi']
  FROM generate_series(1, $1::int) n`;

const ROLES = `
  INSERT INTO identity.role_grant (id, person_id, role, scope_type)
  SELECT gen_random_uuid(), id, 'counsellor', 'country'
  FROM identity.person WHERE email LIKE 'bench%'`;

/** Everybody works somewhere; four in five have been confirmed. */
const WORKPLACES = `
  INSERT INTO identity.affiliation (id, person_id, region_code, region_confirmed_at, valid_from)
  SELECT gen_random_uuid(), id, (${REGION_CODES})[1 + n % 19],
    CASE WHEN n % 5 > 0 THEN now() - interval '2 years' END, now() - interval '3 years'
  FROM (SELECT id, substring(email FROM 'bench(\\d+)@')::int AS n FROM identity.person
        WHERE email LIKE 'bench%') p`;

/** One in forty cancelled, one in forty a draft, one in ninety postponed; five to sixteen seats. */
const PLANNED = `
  CREATE UNLOGGED TABLE bench.planned AS
  SELECT n, ${id(2, 'n')} AS id, state.name AS status, subject -> 'title' AS title,
    jsonb_build_object('fi', 'Ratkaistaan yhdessä arjen haaste ja sovitaan jatkosta.',
      'sv', 'Vi löser tillsammans en utmaning.', 'en', 'We solve a challenge together.') AS summary,
    jsonb_build_object('fi', repeat('Kuvaus. ', 40), 'sv', repeat('Beskrivning. ', 40), 'en', '')
      AS description,
    (ARRAY['onsite', 'online', 'hybrid'])[1 + n % 3] AS form,
    ARRAY[(ARRAY['fi','fi','fi','sv','en'])[1 + n % 5]] AS languages,
    CASE WHEN n % 3 > 0 THEN 'dg' || (1 + n % 13) END AS theme_id, 5 + n % 12 AS capacity,
    jsonb_build_object('fi', 'Rovaniemi', 'sv', 'Rovaniemi', 'en', 'Rovaniemi') AS place,
    (SELECT array_agg(id ORDER BY id) FROM network."group")[1 + n % 30] AS group_id,
    start AS first_start,
    start + interval '3 hours' + (n % 5 = 0)::int * interval '7 days' AS last_end,
    CASE WHEN state.name <> 'draft' THEN start - interval '90 days' END AS published_at,
    CASE WHEN state.name = 'cancelled'
      THEN jsonb_build_object('fi', 'Kouluttaja on sairas', 'sv', '', 'en', '') END
      AS cancellation_reason,
    ARRAY(SELECT jsonb_array_elements_text(subject -> 'stems')) AS stems, n % 50 = 7 AS approval,
    CASE WHEN n % 30 = 11 THEN 'offer' ELSE 'seat' END AS promotion
  FROM generate_series(1, $1::int) n,
    LATERAL (SELECT ($2::jsonb) -> (n % ${String(titles.length)}) AS subject) about,
    LATERAL (SELECT CASE WHEN n % 40 = 3 THEN 'cancelled' WHEN n % 40 = 17 THEN 'draft'
      WHEN n % 90 = 23 THEN 'postponed' ELSE 'published' END AS name) state,
    LATERAL (SELECT date_trunc('day', now()) - interval '730 days'
      + ((n::bigint * 7919) % 1095) * interval '1 day' + (7 + n % 9) * interval '1 hour' AS start) times`;

const MEETINGS = `
  INSERT INTO calendar.meeting
    (id, session_id, uid, starts, ends, time_zone, start_at, end_at, place, cancelled)
  SELECT m.id, s.id, m.id || '@luotsi', start AT TIME ZONE 'Europe/Helsinki',
    start AT TIME ZONE 'Europe/Helsinki' + interval '3 hours', 'Europe/Helsinki', start,
    start + interval '3 hours', place, status = 'cancelled'
  FROM bench.planned s,
    LATERAL (VALUES (0, first_start), (1, last_end - interval '3 hours')) AS m_at (nth, start),
    LATERAL (SELECT md5(s.id || ' ' || nth)::uuid AS id) m
  WHERE nth = 0 OR last_end > first_start + interval '3 hours'`;

/** A number of a session's own, for what is spread over them. */
const SPREAD = `(hashtext(s.id::text) & 2147483647)`;

/** One in four is for the whole country. */
const REGIONS = `
  INSERT INTO calendar.session_region (session_id, code)
  SELECT s.id, (${REGION_CODES})[1 + ${SPREAD} % 19] FROM bench.planned s
  WHERE ${SPREAD} % 4 > 0`;

const COMPETENCES = `
  INSERT INTO calendar.session_competence (session_id, code)
  SELECT s.id, (ARRAY['CE','CIA','CC','PSM'])[1 + ${SPREAD} / 8 % 4] FROM bench.planned s`;

/**
 * Who wants where, in order of pressing: a session gets from one to 2 × the mean − 1, none of them a
 * draft, and what is missing or too much is made up for at the first ones.
 */
const WISHES = `
  CREATE UNLOGGED TABLE bench.wish AS
  WITH s AS (
    SELECT id, capacity, approval, promotion, first_start, published_at,
      row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS many
    FROM bench.planned WHERE status <> 'draft'
  ), mean AS (SELECT greatest(1, $1::int / max(many)) AS it FROM s),
  share AS (
    SELECT s.*, 1 + (n * 7919 % (2 * mean.it - 1)) AS wanted FROM s, mean
  ), evened AS (
    SELECT share.*, wanted + CASE
      WHEN n < $1::int - sum(wanted) OVER () THEN 1 + ($1::int - sum(wanted) OVER ()) / many
      ELSE 0 END AS number FROM share
  )
  SELECT row_number() OVER (ORDER BY evened.n, place) AS k, evened.id AS session_id, place,
    capacity, approval, promotion, first_start, published_at,
    (evened.n * 31 + place * 7) % $2::int + 1 AS person,
    CASE WHEN approval AND place % 3 = 0 THEN 'applied' WHEN (evened.n + place) % 13 = 0 THEN 'cancelled'
      ELSE 'active' END AS state
  FROM evened, generate_series(0, number::int - 1) place
  ORDER BY 1 LIMIT $1::int`;

/** Seats go by the order of pressing; where answers are asked for, the last one is an offer. */
const STANDINGS = `
  CREATE UNLOGGED TABLE bench.stand AS
  SELECT k, session_id, person, place, published_at, now() + interval '1 day' AS expires,
    CASE WHEN state <> 'active' THEN state
      WHEN turn < capacity THEN 'confirmed'
      WHEN turn > capacity THEN 'waitlisted'
      WHEN promotion = 'offer' AND first_start > now() + interval '3 days' THEN 'offered'
      ELSE 'confirmed' END AS status
  FROM (SELECT wish.*, row_number() OVER (PARTITION BY session_id, state ORDER BY place) AS turn
        FROM bench.wish) ordered`;

/** Sessions, one of some parts of them, with the counters that the rows to come will bear out. */
const SESSIONS = `
  INSERT INTO calendar.session
    (id, status, title, summary, description, form, languages, theme_id, capacity, contact, place,
     organising_group_id, first_start, last_end, published_at, cancellation_reason, finnish_stems,
     approval, promotion, created_at, changed_at, confirmed_count, offered_count, waitlist_count,
     applied_count, next_ticket, due_at)
  SELECT p.id, p.status, title, summary, description, form, languages, theme_id, capacity, 'bench',
    place, group_id, first_start, last_end, published_at, cancellation_reason, stems,
    approval, promotion, first_start - interval '100 days', first_start - interval '90 days',
    coalesce(confirmed, 0), coalesce(offered, 0), coalesce(waiting, 0), coalesce(applied, 0),
    coalesce(c.next_ticket, 1), due
  FROM bench.planned p LEFT JOIN (
    SELECT session_id, count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE status = 'offered') AS offered,
      count(*) FILTER (WHERE status = 'waitlisted') AS waiting,
      count(*) FILTER (WHERE status = 'applied') AS applied, max(place) + 2 AS next_ticket,
      max(expires) FILTER (WHERE status = 'offered') AS due
    FROM bench.stand GROUP BY session_id) c ON c.session_id = p.id
  WHERE p.n % $1::int = $2::int ORDER BY p.id`;

const ENROLMENTS = `
  INSERT INTO calendar.enrolment
    (id, session_id, person_id, status, ticket, sequence, changed_at, offer_expires)
  SELECT ${id(3, 'k')}, session_id, ${id(1, 'person')}, status, place + 1,
    (status IN ('cancelled', 'offered'))::int, published_at + place * interval '1 hour',
    CASE WHEN status = 'offered' THEN expires END
  FROM bench.stand`;

/** Everyone has enrolled once; */
const STEPS = `
  INSERT INTO calendar.enrolment_transition
    (enrolment_id, sequence, from_status, to_status, reason, actor, by_person_id, at)
  SELECT ${id(3, 'k')}, 0, NULL,
    CASE status WHEN 'cancelled' THEN 'confirmed' WHEN 'offered' THEN 'waitlisted' ELSE status END,
    CASE status WHEN 'applied' THEN 'applied' ELSE 'enrolled' END, 'self', ${id(1, 'person')},
    published_at + place * interval '1 hour'
  FROM bench.stand`;

/** some have thought better of it, and some are asked. */
const LATER_STEPS = `
  INSERT INTO calendar.enrolment_transition
    (enrolment_id, sequence, from_status, to_status, reason, actor, occasion, at)
  SELECT ${id(3, 'k')}, 1, CASE status WHEN 'offered' THEN 'waitlisted' ELSE 'confirmed' END, status,
    CASE status WHEN 'offered' THEN 'offered' ELSE 'cancelled-by-person' END,
    CASE status WHEN 'offered' THEN 'system' ELSE 'self' END,
    CASE status WHEN 'offered' THEN 'seat-freed' END, published_at + interval '30 days'
  FROM bench.stand WHERE status IN ('cancelled', 'offered')`;
