import { permissions, type Permission, type Role, type Scope } from '@luotsi/identity/model';
import { groupId } from '@luotsi/network/api';
import { newId } from '@luotsi/platform/api';
import { testApp, type Actor, type ActorAnswer, type TestApp } from '@testing';
import { slices } from './slices';

/** Everybody may, or only with what is one's own: no place comes into it. */
const ownOrOpen: readonly Permission[] = [
  'public.read',
  'account.enter',
  'account.own',
  'enrolment.own',
  'learning.take',
  'assessment.own',
];

const lapland: Scope = { type: 'region', id: '19' };
const uusimaa: Scope = { type: 'region', id: '01' };
const group = (key: string): Scope => ({ type: 'group', id: groupId(key) });
const country: Scope = { type: 'country', id: null };

/** Who holds the right here, and who holds the very same role somewhere else. */
const coordinators = pairs(
  'groupCoordinator',
  [lapland, uusimaa],
  [group('elo-19'), group('elo-01')],
);
const coordinatorsOfRegions = pairs('groupCoordinator', [lapland, uusimaa]);
const developers = pairs('developmentGroupMember', [group('dg2'), group('dg3')]);

interface Pair {
  readonly role: Role;
  readonly here: Scope;
  readonly elsewhere: Scope;
}

/** What is done in Lapland, in its ELO group or in the development group dg2. */
interface InPlace {
  readonly holders: readonly Pair[];
  /** Makes what it is done to, anew for everybody, and does it. */
  readonly try: (world: World, who: Actor, pair: Pair) => Promise<ActorAnswer>;
  /** For lists and reports, which are answered anyway: whether what stands here is in it. */
  readonly shows?: (answer: ActorAnswer, world: World) => boolean;
}

/** Outlines are written for the whole country, whatever the place of the role. */
const anywhere = 'An outline is for the whole country: no place comes into it.';

/** A row for every operation that needs a role; a sentence where no place comes into it. */
const rows: Readonly<Record<string, string | InPlace>> = {
  listPeople: {
    holders: [...coordinators, ...developers],
    try: (_, who) => who.get('/api/people?limit=100'),
    shows: ({ text }, { member }) => text.includes(member),
  },
  getPerson: {
    holders: [...coordinators, ...developers],
    try: ({ member }, who) => who.get(`/api/people/${member}`),
  },
  listRoles: {
    holders: [...coordinators, ...developers],
    try: (_, who) => who.get('/api/roles'),
    shows: ({ text }, { member }) => text.includes(member),
  },
  changeRoles: {
    holders: [...coordinators, ...developers],
    try: async ({ luotsi }, who, { role, here }) => {
      const { id } = await luotsi.as('counsellor', here);
      const roles = [{ role, scope: here }];
      return who.put(`/api/people/${id ?? ''}/roles`, { roles });
    },
  },
  judgeAffiliation: {
    holders: coordinators,
    try: async ({ luotsi }, who) => {
      const someone = await luotsi.as('counsellor', country);
      await someone.patch('/api/me', { region: '19' });
      const { body } = await someone.get<{ items: { id: string }[] }>('/api/me/affiliations');
      const affiliation = body.items[0]?.id;
      const claim = { affiliation, region: 'confirmed' };
      return who.post(`/api/people/${someone.id ?? ''}/affiliation`, claim);
    },
  },
  invite: {
    holders: coordinators,
    try: ({ email }, who, { here }) =>
      who.post('/api/invitations', { email: email(), roles: [{ role: 'coach', scope: here }] }),
  },
  importInvitations: {
    holders: coordinatorsOfRegions,
    try: ({ email }, who) => {
      const content = Buffer.from(`email;region\n${email()};19`).toString('base64');
      return who.post('/api/invitations/import', { name: 'x.csv', content, dryRun: true });
    },
    shows: ({ text }) => !text.includes('role-out-of-scope'),
  },
  listInvitations: {
    holders: coordinators,
    try: async (world, who, { here }) => {
      await invited(world, here);
      return who.get('/api/invitations');
    },
    shows: ({ body }) => (body as { items: unknown[] }).items.length > 0,
  },
  resendInvitation: {
    holders: coordinators,
    try: async (world, who, { here }) =>
      who.post(`/api/invitations/${await invited(world, here)}/resend`),
  },
  withdrawInvitation: {
    holders: coordinators,
    try: async (world, who, { here }) =>
      who.delete(`/api/invitations/${await invited(world, here)}`),
  },
  listAudit: {
    holders: [...coordinators, ...developers],
    try: (_, who) => who.get('/api/audit'),
    shows: ({ text }, { member }) => text.includes(member),
  },
  exportAudit: {
    holders: [...coordinators, ...developers],
    try: (_, who) => who.get('/api/audit/export'),
    shows: ({ text }) => text.includes('Jäsen'),
  },
  openPlan: {
    holders: developers,
    try: ({ year }, who) => who.post('/api/plans', { year: year(), group: groupId('dg2') }),
  },
  changePlan: {
    holders: developers,
    try: async (world, who) => {
      const { id, version } = await plan(world);
      const goals = { fi: 'Tavoite', sv: '', en: '' };
      return who.patch(`/api/plans/${id}`, { version, goals });
    },
  },
  addPlanItem: {
    holders: developers,
    try: async (world, who) => who.post(`/api/plans/${(await plan(world)).id}/items`, training),
  },
  changePlanItem: {
    holders: developers,
    try: async (world, who) => {
      const { id, item } = await plan(world);
      return who.patch(`/api/plans/${id}/items/${item}`, { version: 1, month: 4 });
    },
  },
  removePlanItem: {
    holders: developers,
    try: async (world, who) => {
      const { id, item } = await plan(world);
      return who.delete(`/api/plans/${id}/items/${item}`);
    },
  },
  orderPlanItems: {
    holders: developers,
    try: async (world, who) => {
      const { id, item } = await plan(world);
      return who.put(`/api/plans/${id}/order`, { items: [item] });
    },
  },
  submitPlan: {
    holders: developers,
    try: async (world, who) => who.post(`/api/plans/${(await plan(world)).id}/submission`),
  },
  returnPlan: 'The national coordinator’s role is for the country alone.',
  publishPlan: 'The national coordinator’s role is for the country alone.',
  takeUpPlanItem: {
    holders: coordinators,
    try: async (world, who) => {
      const { id, item } = await plan(world);
      await world.developer.post(`/api/plans/${id}/submission`);
      await world.national.post(`/api/plans/${id}/publication`);
      return who.post(`/api/plan-items/${item}/session`, {});
    },
  },
  listOrganisedSessions: {
    holders: coordinators,
    try: async (world, who) => {
      await world.national.post('/api/sessions', session);
      return who.get('/api/organised-sessions');
    },
    shows: ({ body }) => (body as { items: unknown[] }).items.length > 0,
  },
  listParticipants: {
    holders: coordinators,
    try: async (world, who) => who.get(`/api/sessions/${(await enrolled(world)).id}/enrolments`),
  },
  getParticipant: {
    holders: coordinators,
    try: async (world, who) => {
      const { id, enrolment } = await enrolled(world);
      return who.get(`/api/sessions/${id}/enrolments/${enrolment}`);
    },
  },
  exportParticipants: {
    holders: coordinators,
    try: async (world, who) =>
      who.get(`/api/sessions/${(await enrolled(world)).id}/enrolments/export`),
  },
  readAddresses: {
    holders: coordinators,
    try: async (world, who) =>
      who.get(`/api/sessions/${(await enrolled(world)).id}/enrolments/addresses`),
  },
  findCandidates: {
    holders: coordinators,
    try: async (world, who) => who.get(`/api/sessions/${await published(world)}/candidates?q=ab`),
  },
  previewGroup: {
    holders: coordinators,
    try: async (world, who) => {
      const path = `/api/sessions/${await published(world)}/candidates/groups`;
      return who.get(`${path}/${groupId('elo-19')}`);
    },
  },
  addParticipants: {
    holders: coordinators,
    try: async (world, who) => {
      const path = `/api/sessions/${await published(world)}/enrolments`;
      return who.post(path, { group: groupId('elo-19'), ...because });
    },
  },
  approveParticipant: {
    holders: coordinators,
    try: async (world, who) => who.post(`${await enrolmentOf(world)}/approval`, {}),
  },
  refuseParticipant: {
    holders: coordinators,
    try: async (world, who) => who.post(`${await enrolmentOf(world, true)}/refusal`, because),
  },
  removeParticipant: {
    holders: coordinators,
    try: async (world, who) => who.post(`${await enrolmentOf(world)}/removal`, because),
  },
  moveParticipant: {
    holders: coordinators,
    try: async (world, who) => {
      const to = await published(world);
      return who.post(`${await enrolmentOf(world)}/move`, { to, ...because });
    },
  },
  approveParticipants: {
    holders: coordinators,
    try: async (world, who) => {
      const { id, enrolment } = await enrolled(world);
      return who.post(`/api/sessions/${id}/enrolments/approvals`, { enrolments: [enrolment] });
    },
  },
  refuseParticipants: {
    holders: coordinators,
    try: async (world, who) => {
      const { id, enrolment } = await enrolled(world);
      const body = { enrolments: [enrolment], ...because };
      return who.post(`/api/sessions/${id}/enrolments/refusals`, body);
    },
  },
  listCoaches: 'A session may be given to any coach of the country.',
  createSession: {
    holders: coordinators,
    try: (_, who) => who.post('/api/sessions', session),
  },
  getOrganisedSession: {
    holders: coordinators,
    try: async (world, who) => who.get(`/api/organised-sessions/${await drafted(world)}`),
  },
  changeSession: {
    holders: coordinators,
    try: async (world, who) => who.patch(`/api/sessions/${await drafted(world)}`, { capacity: 30 }),
  },
  copySession: {
    holders: coordinators,
    try: async (world, who) => who.post(`/api/sessions/${await drafted(world)}/copy`),
  },
  deleteSession: {
    holders: coordinators,
    try: async (world, who) => who.delete(`/api/sessions/${await drafted(world)}`),
  },
  addMaterialLink: {
    holders: coordinators,
    try: async (world, who) =>
      who.post(`/api/sessions/${await drafted(world)}/materials`, {
        title: { fi: 'Kalvot', sv: '', en: '' },
        url: 'https://aineisto.example',
      }),
  },
  addMaterialFile: {
    holders: coordinators,
    try: async (world, who) =>
      who.post(
        `/api/sessions/${await drafted(world)}/materials/files?name=k.png`,
        Buffer.from(PNG, 'base64'),
      ),
  },
  renameMaterial: {
    holders: coordinators,
    try: async (world, who) => {
      const id = await drafted(world);
      const { body } = await world.national.post<{ id: string }>(`/api/sessions/${id}/materials`, {
        title: { fi: 'Kalvot', sv: '', en: '' },
        url: 'https://aineisto.example',
      });
      return who.patch(`/api/sessions/${id}/materials/${body.id}`, {
        title: { fi: 'Kalvot', sv: 'Bilder', en: 'Slides' },
      });
    },
  },
  removeMaterial: {
    holders: coordinators,
    try: async (world, who) =>
      who.delete(`/api/sessions/${await drafted(world)}/materials/${newId()}`),
  },
  getOrganisedMaterialFile: {
    holders: coordinators,
    try: async (world, who) => {
      const id = await drafted(world);
      const { body } = await world.national.post<{ id: string }>(
        `/api/sessions/${id}/materials/files?name=k.png`,
        Buffer.from(PNG, 'base64'),
      );
      return who.get(`/api/organised-sessions/${id}/materials/${body.id}`);
    },
  },
  publishSession: {
    holders: coordinators,
    try: async (world, who) => {
      return who.post(`/api/sessions/${await drafted(world)}/publication`);
    },
  },
  cancelSession: {
    holders: coordinators,
    try: async (world, who) =>
      who.post(`/api/sessions/${await published(world)}/cancellation`, { reason: 'Sairaus' }),
  },
  postponeSession: {
    holders: coordinators,
    try: async (world, who) => who.post(`/api/sessions/${await published(world)}/postponement`),
  },
  listOutlines: anywhere,
  getOutline: anywhere,
  getOutlineVersion: anywhere,
  createOutline: anywhere,
  changeOutline: anywhere,
  removeOutline: anywhere,
  publishOutline: anywhere,
  askOutlinePublication: anywhere,
  startFromOutline: {
    holders: coordinators,
    try: async (world, who) =>
      who.post(`/api/outlines/${await outline(world)}/sessions`, {
        dates: [day],
        organiser: session.organiser,
      }),
  },
  getSessionOutline: {
    holders: coordinators,
    try: async (world, who) => who.get(`/api/sessions/${await published(world)}/outline`),
  },
  listAttendance: {
    holders: coordinators,
    try: async (world, who) => who.get(`/api/sessions/${(await begun(world)).id}/attendance`),
  },
  getMeetingAttendance: {
    holders: coordinators,
    try: async (world, who) => who.get(`${(await begun(world)).path}/attendance`),
  },
  noteAttendance: {
    holders: coordinators,
    try: async (world, who) => {
      const { path, person } = await begun(world);
      return who.put(`${path}/attendance/${person}`, { present: true });
    },
  },
  noteAttendances: {
    holders: coordinators,
    try: async (world, who) => {
      const { path, person } = await begun(world);
      return who.put(`${path}/attendance`, { marks: [{ person, present: true }] });
    },
  },
  noteWalkIn: {
    holders: coordinators,
    try: async (world, who) => {
      const { path, person } = await begun(world);
      return who.post(`${path}/walk-ins`, { person, ...because });
    },
  },
  getAttendanceHistory: {
    holders: coordinators,
    try: async (world, who) => {
      const { path, person } = await begun(world);
      return who.get(`${path}/attendance/${person}`);
    },
  },
  getAttendanceCode: {
    holders: coordinators,
    try: async (world, who) => who.get(`${(await begun(world)).path}/code`),
  },
  getSignInSheet: {
    holders: coordinators,
    try: async (world, who) =>
      who.get(`/api/sessions/${(await begun(world)).id}/sign-in-sheet.pdf`),
  },
  getFeedback: {
    holders: coordinators,
    try: async (world, who) => who.get(`/api/sessions/${await published(world)}/feedback`),
  },
  previewSeries: 'Dates are worked out for anyone who creates sessions; nothing is kept.',
  createSeries: {
    holders: coordinators,
    try: async (_, who) => who.post('/api/series', { rule: weekly, session }),
  },
  getSeries: {
    holders: coordinators,
    try: async (world, who) => who.get(`/api/sessions/${await published(world)}/series`),
  },
  changeSeries: {
    holders: coordinators,
    try: async (world, who) => {
      const made = { rule: weekly, session };
      const { body } = await world.national.post<{ sessions: string[] }>('/api/series', made);
      const change = { scope: 'all', change: { contact: 'Aino' } };
      return who.patch(`/api/sessions/${body.sessions[0] ?? ''}/series`, change);
    },
  },
  spreadInSeries: {
    holders: coordinators,
    try: async (world, who) => {
      const made = { rule: weekly, session };
      const { body } = await world.national.post<{ sessions: string[] }>('/api/series', made);
      const spread = { scope: 'all', parts: ['contact'] };
      return who.post(`/api/sessions/${body.sessions[0] ?? ''}/series`, spread);
    },
  },
  publishSeries: {
    holders: coordinators,
    try: async (world, who) => {
      const made = { rule: weekly, session };
      const { body } = await world.national.post<{ sessions: string[] }>('/api/series', made);
      return who.post(`/api/sessions/${body.sessions[0] ?? ''}/series/publication`, {});
    },
  },
  cancelSeries: {
    holders: coordinators,
    try: async (world, who) => {
      const made = { rule: weekly, session };
      const { body } = await world.national.post<{ sessions: string[] }>('/api/series', made);
      const why = { reason: 'Sairaus' };
      return who.post(`/api/sessions/${body.sessions[0] ?? ''}/series/cancellation`, why);
    },
  },
  takeOverOutline: {
    holders: coordinators,
    try: async (world, who) => {
      const dates = { dates: [day], organiser: session.organiser };
      const start = `/api/outlines/${await outline(world)}/sessions`;
      const { body } = await world.national.post<{ id: string }>(start, dates);
      const taken = { latest: 1, sessionVersion: 1, parts: [] };
      return who.post(`/api/sessions/${body.id}/outline`, taken);
    },
  },
  resetSecondStep: 'The administrator’s role is for the country alone.',
  listAccessibilityFeedback: 'The administrator’s role is for the country alone.',
  markFeedbackAnswered: 'The administrator’s role is for the country alone.',
  listRetentionRuns: 'The administrator’s role is for the country alone.',
};

describe('a role', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.luotsi.close());

  it('has a row for every operation that needs one, and for no other', () => {
    const needed = slices
      .flatMap(({ operations }) => operations)
      .filter(({ permission }) => !ownOrOpen.includes(permission as Permission))
      .map(({ id }) => id);
    expect(Object.keys(rows).sort()).toEqual(needed.sort());
    expect(ownOrOpen.filter((permission) => !(permission in permissions))).toEqual([]);
  });

  const inPlaces = Object.entries(rows).flatMap(([id, row]) =>
    typeof row === 'string' ? [] : row.holders.map((pair) => ({ id, row, ...pair })),
  );
  it.each(inPlaces)(
    'as $role of $here.type opens $id in its own place and nowhere else',
    async ({ row, role, here, elsewhere }) => {
      const verdicts: string[] = [];
      for (const scope of [here, elsewhere]) {
        const who = await world.luotsi.as(role, scope);
        const answer = await row.try(world, who, { role, here, elsewhere });
        const shown = answer.status < 400 && (row.shows?.(answer, world) ?? true);
        const isHidden = row.shows ? answer.status < 400 : [403, 404].includes(answer.status);
        verdicts.push(shown ? 'let in' : isHidden ? 'kept out' : String(answer.status));
      }
      expect(verdicts).toEqual(['let in', 'kept out']);
    },
  );
});

/** What the rows work on. */
interface World {
  readonly luotsi: TestApp;
  /** Someone in Lapland, in its ELO group and in dg2. */
  readonly member: string;
  readonly administrator: Actor;
  readonly national: Actor;
  readonly developer: Actor;
  readonly email: () => string;
  readonly year: () => number;
}

async function makeWorld(): Promise<World> {
  const luotsi = await testApp();
  const administrator = await luotsi.as('administrator');
  const member = await luotsi.as('coach', lapland);
  await member.patch('/api/me', { name: 'Jäsen' });
  const scopes = [lapland, group('elo-19'), group('dg2')];
  await administrator.put(`/api/people/${member.id ?? ''}/roles`, {
    roles: [
      { role: 'coach', scope: lapland },
      ...scopes.slice(1).map((scope) => ({ role: 'coach', scope })),
    ],
  });
  let made = 0;
  return {
    luotsi,
    member: member.id ?? '',
    administrator,
    national: await luotsi.as('nationalCoordinator'),
    developer: await luotsi.as('developmentGroupMember', group('dg2')),
    email: () => `x${String((made += 1))}@example.org`,
    year: () => 2030 + (made += 1),
  };
}

const training = { title: { fi: 'Koulutus', sv: '', en: '' }, month: 3, regions: ['19'] };
const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
/** One pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const session = {
  title: { fi: 'Tilaisuus', sv: '', en: '' },
  capacity: 10,
  organiser: { type: 'group', id: groupId('elo-19') },
  meetings: [{ start: `${day}T09:00`, end: `${day}T16:00`, timeZone: 'Europe/Helsinki' }],
};

const weekly = { frequency: 'weekly', times: 2 };

async function plan({ developer, year }: World) {
  const { body } = await developer.post<{ id: string; version: number }>('/api/plans', {
    year: year(),
    group: groupId('dg2'),
  });
  const items = `/api/plans/${body.id}/items`;
  const item = (await developer.post<{ id: string }>(items, training)).body.id;
  return { ...body, item };
}

async function drafted({ national }: World, more = {}): Promise<string> {
  return (await national.post<{ id: string }>('/api/sessions', { ...session, ...more })).body.id;
}

async function published(world: World, more = {}): Promise<string> {
  const id = await drafted(world, more);
  await world.national.post(`/api/sessions/${id}/publication`);
  return id;
}

async function outline({ national }: World): Promise<string> {
  const title = { fi: 'Runko', sv: '', en: '' };
  const slots = [{ day: 1, start: '09:00', end: '10:00', title }];
  const { body } = await national.post<{ id: string }>('/api/outlines', { title, slots });
  await national.post(`/api/outlines/${body.id}/publication`, { version: 1 });
  return body.id;
}

/** A session that goes on, with someone in it. */
async function begun(world: World) {
  const id = await published(world);
  const learner = await world.luotsi.as('counsellor');
  await learner.post(`/api/sessions/${id}/enrolment`);
  const [meeting] = await world.luotsi.query<{ id: string }>(
    `UPDATE calendar.meeting SET start_at = now(), end_at = now() + interval '3 hours'
     WHERE session_id = $1 RETURNING id`,
    [id],
  );
  return {
    id,
    path: `/api/sessions/${id}/meetings/${meeting?.id ?? ''}`,
    person: learner.id ?? '',
  };
}

const because = { reason: 'Syy' };

async function enrolmentOf(world: World, approval = false): Promise<string> {
  const { id, enrolment } = await enrolled(world, approval);
  return `/api/sessions/${id}/enrolments/${enrolment}`;
}

/** A session with someone in it, or someone who has applied. */
async function enrolled(
  world: World,
  approval = false,
): Promise<{ id: string; enrolment: string }> {
  const id = await published(world, { approval });
  const someone = await world.luotsi.as('counsellor', lapland);
  await someone.post(`/api/sessions/${id}/enrolment`);
  const { body } = await world.national.get<{ items: { id: string }[] }>(
    `/api/sessions/${id}/enrolments`,
  );
  return { id, enrolment: body.items[0]?.id ?? '' };
}

async function invited({ administrator, email }: World, scope: Scope): Promise<string> {
  const body = { email: email(), roles: [{ role: 'coach', scope }] };
  return (await administrator.post<{ id: string }>('/api/invitations', body)).body.id;
}

function pairs(role: Role, ...places: readonly (readonly [Scope, Scope])[]): Pair[] {
  return places.map(([here, elsewhere]) => ({ role, here, elsewhere }));
}
