import { Mail, newId } from '@luotsi/platform/api';
import type { Actor, TestApp } from '@testing';
import { groupId } from '@luotsi/network/api';
import { fillRest } from './fill-rest';
import { EMAIL, NAME } from './names';

/** What the person has taken part in, by which it is seen afterwards what stays. */
export interface Traces {
  readonly person: Actor;
  readonly id: string;
  /** Sessions: one that is over, one to come that is full, with someone in line behind the person. */
  readonly past: string;
  readonly coming: string;
  readonly next: Actor;
  /** Sessions: in one the person has an offer, in one they wait, in one they have applied. */
  readonly offered: string;
  readonly waiting: string;
  readonly applied: string;
  readonly plan: string;
}

/** Someone who has done everything there is to do, and left something in every table there is. */
export async function fillPerson(luotsi: TestApp): Promise<Traces> {
  const scope = { type: 'group', id: groupId('dg2') } as const;
  const person = await luotsi.as('developmentGroupMember', scope);
  const next = await luotsi.as('counsellor');
  const organiser = await luotsi.as('nationalCoordinator');
  const administrator = await luotsi.as('administrator');
  const id = person.id ?? '';
  await luotsi.query('UPDATE identity.person SET name = $2, email = $3 WHERE id = $1', [
    id,
    NAME,
    EMAIL,
  ]);
  const past = await session(organiser, 1);
  const coming = await session(organiser, 1);
  for (const one of [past, coming]) await person.post(`/api/sessions/${one}/enrolment`);
  await next.post(`/api/sessions/${coming}/enrolment`);
  await luotsi.query(
    `UPDATE calendar.session SET first_start = first_start - interval '90 days',
       last_end = last_end - interval '90 days' WHERE id = $1`,
    [past],
  );
  await attend(luotsi, organiser, { past, person: id, next: next.id ?? '' });
  await luotsi.query('INSERT INTO calendar.session_coach VALUES ($1, $2)', [past, id]);
  const own = await session(person, 5, { organiser: scope });
  await addToOwn(luotsi, person, own, next);
  await person.get('/api/me/feed');
  await need(luotsi, person, coming);
  await person.put(`/api/sessions/${await undated(organiser)}/interest`);
  const unsettled = await unsettledIn(luotsi, organiser, person, next);
  await assess(person);
  await learn(luotsi, person);
  const plan = await planAhead(person, scope.id);
  await person.put('/api/me/notice-settings', {
    kinds: [{ kind: 'enrolment-confirmed', app: true, mail: false }],
    bundleAt: '16:00',
    quiet: null,
  });
  await administrator.get(`/api/people/${id}`);
  await administrator.get(`/api/people?q=${encodeURIComponent('Qvist')}`);
  await administrator.get(`/api/audit?who=Qvistg`);
  await luotsi
    .visitor()
    .post('/api/auth/sign-in/email', { email: EMAIL, password: 'not-this-one' });
  await fillRest(luotsi, id, next.id ?? '');
  await luotsi.database.transaction((manager) =>
    luotsi.app.get(Mail).post(manager, {
      to: { name: NAME, address: EMAIL },
      person: id,
      kind: 'test',
      language: 'fi',
      content: { subject: 'Hei', blocks: [{ type: 'text', text: `Hei ${NAME}` }] },
    }),
  );
  await person.get('/api/me/data');
  await luotsi.doJobs();
  return { person, id, past, coming, next, plan, ...unsettled };
}

/** Offered a seat in one session with someone behind, in line in another, an applicant in a third. */
async function unsettledIn(luotsi: TestApp, organiser: Actor, person: Actor, next: Actor) {
  const [offered, waiting, applied] = [
    await session(organiser, 1, { promotion: 'offer' }),
    await session(organiser, 1),
    await session(organiser, 1, { approval: true }),
  ];
  const first = await luotsi.as('counsellor');
  for (const who of [first, person, next])
    for (const one of [offered, waiting, applied]) await who.post(`/api/sessions/${one}/enrolment`);
  await first.delete(`/api/sessions/${offered}/enrolment`);
  return { offered, waiting, applied };
}

/** What the person needs at a session, with words that stand nowhere else. */
async function need(luotsi: TestApp, person: Actor, id: string): Promise<void> {
  await luotsi.query('UPDATE calendar.session SET asks_diet = true WHERE id = $1', [id]);
  await person.put(`/api/sessions/${id}/enrolment/needs`, { diet: `${NAME}: pähkinätön` });
}

/** A session that has no date yet. */
async function undated(by: Actor): Promise<string> {
  const { body } = await by.post<{ id: string }>('/api/sessions', {
    title: { fi: 'Joskus keväällä', sv: 'På våren', en: 'Some time in spring' },
    capacity: 10,
    meetings: [],
    planned: { year: 2031, month: null },
  });
  await by.post(`/api/sessions/${body.id}/publication`);
  return body.id;
}

async function session(by: Actor, capacity: number, more: object = {}): Promise<string> {
  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await by.post<{ id: string }>('/api/sessions', {
    title: { fi: 'Kuulutukset haltuun', sv: 'Kungörelser', en: 'Announcements' },
    capacity,
    ...more,
    meetings: [{ start: `${day}T09:00`, end: `${day}T16:00`, timeZone: 'Europe/Helsinki' }],
  });
  await by.post(`/api/sessions/${body.id}/publication`);
  return body.id;
}

/** Has put someone else into a session of their group's. */
async function addToOwn(luotsi: TestApp, person: Actor, id: string, next: Actor): Promise<void> {
  const [other] = await luotsi.query<{ email: string }>(
    'SELECT email FROM identity.person WHERE id = $1',
    [next.id],
  );
  const added = { email: other?.email, reason: 'Sovittu puhelimessa' };
  await person.post(`/api/sessions/${id}/enrolments`, added);
}

/** Was there, and noted someone else as there, who was not. */
async function attend(
  luotsi: TestApp,
  organiser: Actor,
  { past, person, next }: { past: string; person: string; next: string },
): Promise<void> {
  const [meeting] = await luotsi.query<{ id: string }>(
    `UPDATE calendar.meeting SET start_at = start_at - interval '90 days',
       end_at = end_at - interval '90 days' WHERE session_id = $1 RETURNING id`,
    [past],
  );
  const list = `/api/sessions/${past}/meetings/${meeting?.id ?? ''}/attendance`;
  await organiser.put(`${list}/${person}`, { present: true });
  await organiser.put(`${list}/${person}`, { present: false, reason: `${NAME} lähti heti` });
  const other = newId();
  await luotsi.query(
    `INSERT INTO calendar.attendance (id, meeting_id, person_id, present, source, recorded_by, at)
     VALUES ($1, $2, $3, true, 'list', $4, now())`,
    [other, meeting?.id, next, person],
  );
  await luotsi.query(
    `INSERT INTO calendar.attendance_change (id, attendance_id, present, source, by_person_id, at)
     VALUES ($1, $2, true, 'list', $3, now())`,
    [newId(), other, person],
  );
}

async function assess(person: Actor): Promise<void> {
  const { body } = await person.post<{ id: string }>('/api/assessments', {});
  const answer = { statement: 'CE-1', current: 3, goal: 4, note: 'Oma huomio', revision: 1 };
  await person.patch(`/api/assessments/${body.id}/answers`, { answers: [answer] });
}

async function learn(luotsi: TestApp, person: Actor): Promise<void> {
  const [reading] = await luotsi.query<{ activity_id: string }>(
    'SELECT activity_id FROM programme.reading LIMIT 1',
  );
  const path = `/api/me/progress/${reading?.activity_id ?? ''}`;
  await person.put(path, { done: true });
  await person.put(`${path}/visit`);
}

async function planAhead(person: Actor, group: string): Promise<string> {
  const { body } = await person.post<{ id: string }>('/api/plans', { year: 2031, group });
  await person.post(`/api/plans/${body.id}/items`, { title: { fi: 'Koulutus' }, month: 3 });
  await person.post(`/api/plans/${body.id}/submission`, { comment: 'Valmis' });
  return body.id;
}
