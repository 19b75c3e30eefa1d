import type {
  Candidate,
  listParticipants,
  OwnEnrolment,
  Participant,
  ParticipantInFull,
  ParticipantOutcome,
} from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { Notice } from '@luotsi/notice/model';
import type { Answer } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { aSession, published } from '../session-fixtures';

type List = Answer<typeof listParticipants>;
interface Outcomes {
  readonly items: readonly ParticipantOutcome[];
}

const region = { type: 'region', id: '19' } as const;
const elo19 = { type: 'group', id: groupId('elo-19') } as const;
const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('whoever organises a session', () => {
  let luotsi: TestApp;
  let lapland: Actor;
  let national: Actor;
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
    lapland = await luotsi.as('groupCoordinator', region);
    national = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const session = (more: Parameters<typeof aSession>[0] = {}) =>
    published(lapland, { organiser: elo19, ...more });
  const enrolled = async (id: string, count: number) => {
    const people = await luotsi.crowd(count, 'counsellor', region);
    for (const one of people) await one.post(`/api/sessions/${id}/enrolment`);
    return people;
  };
  const list = async (id: string) =>
    (await lapland.get<List>(`/api/sessions/${id}/enrolments`)).body;
  const of = async (id: string, who: Actor | undefined): Promise<Participant> => {
    const found = (await list(id)).items.find(({ person }) => person?.id === who?.id);
    if (!found) throw new Error('They are not in the list.');
    return found;
  };
  const deed = async (
    id: string,
    who: Actor | undefined,
    what: string,
    body: object = { reason: 'Järjestäjän syy' },
    by = lapland,
  ) =>
    by.post<ParticipantOutcome>(
      `/api/sessions/${id}/enrolments/${(await of(id, who)).id}/${what}`,
      body,
    );
  const add = (id: string, body: object, by = lapland) =>
    by.post<Outcomes>(`/api/sessions/${id}/enrolments`, { reason: 'Puhuja', ...body });
  const own = async (id: string, who: Actor | undefined) =>
    (await (who as Actor).get<OwnEnrolment>(`/api/sessions/${id}/enrolment`)).body;
  const addressOf = async ({ id }: Actor) => {
    const [row] = await luotsi.query<{ email: string }>(
      `SELECT email FROM identity.person WHERE id = $1`,
      [id],
    );
    return row?.email ?? '';
  };

  it('approves an application, the next to the waiting list, and refuses with a reason', async () => {
    const id = await session({ approval: true, capacity: 1 });
    const [first, second, third] = await enrolled(id, 3);
    expect((await list(id)).counts).toMatchObject({ applied: 3, confirmed: 0 });
    expect(await deed(id, first, 'approval', {})).toMatchObject({
      status: 200,
      body: { status: 'confirmed', changed: true },
    });
    expect((await deed(id, first, 'approval', {})).body).toMatchObject({ changed: false });
    expect((await deed(id, second, 'approval', {})).body).toMatchObject({
      status: 'waitlisted',
      position: 1,
    });
    expect(await deed(id, third, 'refusal', {})).toMatchObject({ status: 422 });
    expect((await deed(id, third, 'refusal')).body).toMatchObject({ status: 'declined' });
    expect(await own(id, third)).toMatchObject({
      status: 'declined',
      history: [{ reason: 'refused', by: 'organiser', note: 'Järjestäjän syy' }, {}],
    });
    expect(await deed(id, third, 'approval', {})).toMatchObject(problem(409, 'enrolment-moved-on'));
    const path = `/api/sessions/${id}/enrolments/${(await of(id, third)).id}`;
    const { history } = (await lapland.get<ParticipantInFull>(path)).body;
    expect(history[0]?.byName).toMatch(/^Test groupCoordinator/);
  });

  it('answers several at once, in the order in which they applied', async () => {
    const id = await session({ approval: true, capacity: 2 });
    const people = await enrolled(id, 5);
    await people[4]?.delete(`/api/sessions/${id}/enrolment`);
    const { items } = await list(id);
    const all = { enrolments: items.map(({ id }) => id).reverse() };
    const approved = await lapland.post<Outcomes>(`/api/sessions/${id}/enrolments/approvals`, all);
    expect(
      approved.body.items.map(({ person, status, position, changed }) => [
        people.findIndex((one) => one.id === person?.id),
        status,
        position,
        changed,
      ]),
    ).toEqual([
      [0, 'confirmed', undefined, true],
      [1, 'confirmed', undefined, true],
      [2, 'waitlisted', 1, true],
      [3, 'waitlisted', 2, true],
      [4, 'cancelled', undefined, false],
    ]);
    expect(approved.body.items[4]?.refused?.type).toBe('urn:luotsi:problem:enrolment-moved-on');
  });

  it('and another at once: each is answered by what stands, nobody is told twice', async () => {
    const id = await session({ approval: true, capacity: 10 });
    const people = await enrolled(id, 6);
    const other = await luotsi.as('groupCoordinator', region);
    const { items } = await list(id);
    const enrolments = items.map(({ id }) => id);
    const path = `/api/sessions/${id}/enrolments`;
    const [approved, refused] = await Promise.all([
      lapland.post<Outcomes>(`${path}/approvals`, { enrolments }),
      other.post<Outcomes>(`${path}/refusals`, { enrolments, reason: 'Ei nyt' }),
    ]);
    const done = ({ body }: { body: Outcomes }) => body.items.filter(({ changed }) => changed);
    expect([done(approved).length, done(refused).length].sort()).toEqual([0, 6]);
    const steps = await luotsi.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM calendar.enrolment_transition t
       JOIN calendar.enrolment e ON e.id = t.enrolment_id
       WHERE e.session_id = $1 GROUP BY t.enrolment_id`,
      [id],
    );
    expect(steps).toEqual(people.map(() => ({ count: 2 })));
  });

  it('takes someone out with a reason; the first in line gets the seat', async () => {
    const id = await session({ capacity: 1 });
    const [first, second] = await enrolled(id, 2);
    expect((await deed(id, first, 'removal')).body).toMatchObject({ status: 'cancelled' });
    expect(await own(id, second)).toMatchObject({ status: 'confirmed' });
    expect((await own(id, first)).history[0]).toMatchObject({
      reason: 'removed',
      note: 'Järjestäjän syy',
    });
    const back = await add(id, { person: first?.id });
    expect(back.body.items).toMatchObject([{ status: 'waitlisted', position: 1, changed: true }]);
  });

  it('moves someone to a seat out of turn, to the line, or to another own session', async () => {
    const id = await session({ capacity: 1 });
    const [first, second, third] = await enrolled(id, 3);
    expect(await deed(id, third, 'move', { to: 'seat', reason: 'Puhuja' })).toMatchObject(
      problem(409, 'no-free-seat'),
    );
    expect((await deed(id, first, 'move', { to: 'line', reason: 'Puhuja' })).body).toMatchObject({
      status: 'waitlisted',
      position: 2,
    });
    expect(await own(id, second)).toMatchObject({ status: 'confirmed' });

    const there = await session({
      capacity: 5,
      title: { fi: 'Siirretyt', sv: 'Flyttade', en: 'Moved' },
    });
    expect((await deed(id, third, 'move', { to: there, reason: 'Tilaa on' })).body).toMatchObject({
      status: 'confirmed',
      changed: true,
    });
    const moved = { occasion: 'another-session', note: 'Tilaa on' };
    expect((await own(id, third)).history[0]).toMatchObject({ reason: 'removed', ...moved });
    expect((await own(there, third)).history).toMatchObject([{ reason: 'added', ...moved }]);
    const { body: told } = await (third as Actor).get<{ items: Notice[] }>('/api/me/notices');
    expect(told.items.map(({ kind }) => kind)).toEqual(['enrolment-moved', 'enrolment-waitlisted']);
    expect(told.items[0]).toMatchObject({
      title: 'Järjestäjä siirsi sinut: Kuulutukset haltuun → Siirretyt',
      link: `/sessions/${there}`,
    });
    expect(told.items[0]?.body).toMatch(
      /^Ilmoittautumisesi siirtyi koulutuksesta ”Kuulutukset haltuun” \(.+ klo 9\.00\) koulutukseen ”Siirretyt”: .+ klo 9\.00\. Syy: Tilaa on\. Jos et pääse/,
    );
    await second?.post(`/api/sessions/${there}/enrolment`);
    expect(await deed(id, second, 'move', { to: there, reason: 'x' })).toMatchObject(
      problem(409, 'already-in-other-session'),
    );
    const theirs = await published(national, {
      organiser: { type: 'group', id: groupId('elo-01') },
    });
    expect(await deed(id, first, 'move', { to: theirs, reason: 'x' })).toMatchObject(
      problem(403, 'organiser-not-yours'),
    );
    expect(await own(id, first)).toMatchObject({ status: 'waitlisted' });
  });

  it('adds people whom they see, others by their address; says who is elsewhere at the time', async () => {
    const id = await session({ capacity: 2 });
    const other = await session();
    const [here] = await enrolled(other, 1);
    const [stranger] = await luotsi.crowd(1, 'counsellor', { type: 'region', id: '01' });
    expect(await add(id, { person: here?.id })).toMatchObject({
      status: 201,
      body: { items: [{ status: 'confirmed', changed: true, overlaps: true }] },
    });
    expect(await add(id, { person: here?.id })).toMatchObject({
      status: 200,
      body: { items: [{ status: 'confirmed', changed: false }] },
    });
    expect(await add(id, { person: stranger?.id })).toMatchObject(problem(404, 'person-unknown'));
    const email = (await addressOf(stranger as Actor)).toUpperCase();
    expect(await add(id, { email })).toMatchObject({
      status: 201,
      body: { items: [{ person: { id: stranger?.id }, status: 'confirmed', overlaps: false }] },
    });
    expect(await own(id, stranger)).toMatchObject({
      history: [{ reason: 'added', note: 'Puhuja' }],
    });
    expect(await add(id, { email: 'nobody@example.org' })).toMatchObject(
      problem(404, 'person-unknown'),
    );
    const administrator = await luotsi.as('administrator');
    expect(await add(id, { email: await addressOf(administrator) })).toMatchObject(
      problem(404, 'person-unknown'),
    );
    for (const body of [{}, { person: here?.id, email }])
      expect(await add(id, body)).toMatchObject({ status: 422 });
  });

  it('enrols a whole group; it is said before who is in and who would wait', async () => {
    const id = await session({ capacity: 3 });
    const members = await luotsi.crowd(3, 'counsellor', elo19);
    await luotsi.crowd(1, 'administrator');
    const coordinator = await luotsi.as('groupCoordinator', elo19);
    await enrolled(id, 1);
    await members[0]?.post(`/api/sessions/${id}/enrolment`);
    const preview = async (group: string) =>
      lapland.get<{ items: (Candidate & { becomes: string | null })[] }>(
        `/api/sessions/${id}/candidates/groups/${group}`,
      );
    const { items } = (await preview(elo19.id)).body;
    const becomes = new Map(items.map((one) => [one.person.id, one.becomes]));
    expect(becomes.size).toBe(4);
    expect(becomes.get(members[0]?.id ?? '')).toBeNull();
    expect([...becomes.values()].map(String).sort()).toEqual([
      'confirmed',
      'null',
      'waitlisted',
      'waitlisted',
    ]);
    expect((await list(id)).items).toHaveLength(2);

    const { status, body } = await add(id, { group: elo19.id });
    expect(status).toBe(201);
    for (const { person, status, changed } of body.items)
      expect(changed ? status : null).toBe(becomes.get(person?.id ?? ''));
    expect(await own(id, coordinator)).toMatchObject({ history: [{ reason: 'added' }] });
    expect((await list(id)).counts).toMatchObject({ confirmed: 3, waitlisted: 2 });

    const elsewhere = groupId('elo-01');
    expect(await add(id, { group: elsewhere })).toMatchObject(problem(403, 'group-not-yours'));
    expect(await preview(elsewhere)).toMatchObject(problem(403, 'group-not-yours'));
    const empty = await add(id, { group: elsewhere }, national);
    expect(empty).toMatchObject(problem(409, 'group-empty'));
  });

  it('does nothing to a session of others, nor to one that is off', async () => {
    const id = await session();
    const [someone] = await enrolled(id, 1);
    const elsewhere = await luotsi.as('groupCoordinator', { type: 'region', id: '01' });
    expect(await deed(id, someone, 'removal', { reason: 'x' }, elsewhere)).toMatchObject(
      problem(403, 'organiser-not-yours'),
    );
    await lapland.post(`/api/sessions/${id}/cancellation`, { reason: 'Sairaus' });
    const [late] = await luotsi.crowd(1, 'counsellor', region);
    expect(await add(id, { person: late?.id })).toMatchObject(problem(409, 'session-cancelled'));
  });
});
