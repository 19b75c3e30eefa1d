import { eventually, testApp, type Actor, type TestApp } from '@testing';
import ICAL from 'ical.js';

const session = '01930000-0000-7000-8000-0000000000a1';
const online = '01930000-0000-7000-8000-0000000000a2';
const draft = '01930000-0000-7000-8000-0000000000a3';

let luotsi: TestApp;
let counsellor: Actor;

beforeAll(async () => {
  luotsi = await testApp({ listen: true });
  counsellor = await luotsi.as('counsellor');
  await plant(session, 'Oppimiskahvila', 'published', 'onsite', '19');
  await plant(online, 'Verkkokoulutus', 'published', 'online', '01');
  await plant(draft, 'Luonnos', 'draft', 'online', '01');
});
afterAll(() => luotsi.close());

async function plant(id: string, title: string, status: string, form: string, region: string) {
  await luotsi.query(
    `INSERT INTO calendar.session
       (id, status, title, form, theme_id, capacity, first_start, last_end, published_at, place)
     VALUES ($1, $2, $3, $4, 'dg2', 1, now() + interval '90 days', now() + interval '91 days',
       now(), '{"fi": "Oulu", "sv": "Uleåborg", "en": "Oulu"}')`,
    [id, status, JSON.stringify({ fi: title, sv: '', en: `${title} (en)` }), form],
  );
  await luotsi.query(
    `INSERT INTO calendar.meeting
       (id, session_id, uid, starts, ends, time_zone, start_at, end_at, link)
     SELECT $1::uuid, $1::uuid, $1 || '@luotsi', first_start AT TIME ZONE 'Europe/Helsinki',
       last_end AT TIME ZONE 'Europe/Helsinki', 'Europe/Helsinki', first_start, last_end,
       'https://room.example/secret' FROM calendar.session WHERE id = $1::uuid`,
    [id],
  );
  await luotsi.query('INSERT INTO calendar.session_region VALUES ($1, $2)', [id, region]);
}

/** Changes something as another process would; this one hears of it a little later. */
async function elsewhere(sql: string, topic: string) {
  await luotsi.query(sql);
  await luotsi.query(`SELECT pg_notify('luotsi_changes', $1)`, [topic]);
}

const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));

const feed = async (path: string, headers?: Record<string, string>) =>
  luotsi.visitor().get<string>(path, headers);

describe('the public feed', () => {
  it('has the published sessions, narrowed by the list’s filters, in the asked language', async () => {
    const all = await feed('/feeds/calendar.ics');
    expect(all.status).toBe(200);
    expect(all.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(events(all.text).map(({ summary }) => summary)).toEqual([
      'Oppimiskahvila',
      'Verkkokoulutus',
    ]);
    const narrowed = await feed('/feeds/calendar.ics?region=19&form=onsite&theme=dg2&lang=en');
    expect(events(narrowed.text).map(({ summary }) => summary)).toEqual(['Oppimiskahvila (en)']);
    expect(narrowed.text).toContain('NAME:Luotsi: guidance training calendar');
  });

  it('never tells the online room', async () => {
    expect((await feed('/feeds/calendar.ics')).text).not.toContain('room.example');
    expect((await feed(`/feeds/sessions/${online}.ics`)).text).not.toContain('room.example');
  });

  it('answers 304 to whoever has it, and anew once a session has changed anywhere', async () => {
    const { etag = '' } = (await feed('/feeds/calendar.ics')).headers;
    const again = await feed('/feeds/calendar.ics', { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    const once = await feed('/feeds/calendar.ics');
    expect([once.status, once.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    await elsewhere(
      `UPDATE calendar.session SET title = title || '{"fi": "Uusi nimi"}', changed_at = now() + interval '1 s'
       WHERE id = '${session}'`,
      `calendar.session ${session}`,
    );
    await eventually(async () => {
      const changed = await feed('/feeds/calendar.ics', { 'if-none-match': etag });
      expect(changed.status).toBe(200);
      expect(changed.text).toContain('SUMMARY:Uusi nimi');
    });
  });

  it('keeps a cancelled session as cancelled', async () => {
    await elsewhere(
      `UPDATE calendar.session SET status = 'cancelled', changed_at = now() + interval '2 s',
         cancellation_reason = '{"fi": "Sairaus", "sv": "", "en": ""}' WHERE id = '${session}'`,
      `calendar.session ${session}`,
    );
    const firstIs = (status: string) =>
      eventually(async () => {
        const [first] = events((await feed('/feeds/calendar.ics?region=19')).text);
        expect(first?.component.getFirstPropertyValue('status')).toBe(status);
        expect(first?.uid).toBe(`${session}@luotsi`);
      });
    await firstIs('CANCELLED');
    await elsewhere(
      `UPDATE calendar.session SET status = 'published', cancellation_reason = NULL,
         changed_at = now() + interval '3 s' WHERE id = '${session}'`,
      `calendar.session ${session}`,
    );
    await firstIs('CONFIRMED');
  });

  it('refuses filters it does not know, as a problem', async () => {
    const answer = await feed('/feeds/calendar.ics?form=telepathy');
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});

describe('the feed of one session', () => {
  it('has that session alone', async () => {
    const answer = await feed(`/feeds/sessions/${online}.ics?lang=sv`);
    expect(events(answer.text).map(({ uid }) => uid)).toEqual([`${online}@luotsi`]);
    expect(answer.text).toContain('LOCATION:Uleåborg');
  });

  it('does not exist for a draft or an unknown session', async () => {
    expect((await feed(`/feeds/sessions/${draft}.ics`)).status).toBe(404);
    expect((await feed('/feeds/sessions/01930000-0000-7000-8000-0000000000ff.ics')).status).toBe(
      404,
    );
    expect((await feed('/feeds/sessions/nonsense.ics')).status).toBe(404);
  });
});

describe('a personal feed', () => {
  const own = async () => {
    const { body } = await counsellor.get<{ url: string; webcalUrl: string }>('/api/me/feed');
    return { ...body, path: new URL(body.url).pathname };
  };

  it('is at an address that stays the same, for https and webcal', async () => {
    const [first, second] = [await own(), await own()];
    expect(first.url).toBe(second.url);
    expect(first.webcalUrl).toBe(first.url.replace(/^https?/, 'webcal'));
    expect((await luotsi.visitor().get('/api/me/feed')).status).toBe(401);
  });

  it('follows one’s enrolment: room and confirmation, then cancelled with a higher sequence', async () => {
    const { path } = await own();
    expect(events((await feed(path)).text)).toEqual([]);
    await counsellor.post(`/api/sessions/${online}/enrolment`);
    const enrolled = await feed(path);
    const [event] = events(enrolled.text);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(enrolled.text.replaceAll('\r\n ', '')).toContain('https://room.example/secret');
    expect(enrolled.headers['cache-control']).toBe('private, no-cache');
    await counsellor.delete(`/api/sessions/${online}/enrolment`);
    const [given] = events((await feed(path)).text);
    expect(given?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(given?.uid).toBe(event?.uid);
    expect(given?.sequence).toBeGreaterThan(event?.sequence ?? 0);
  });

  it('has a place on the waiting list as tentative, without the room', async () => {
    const other = await luotsi.as('counsellor');
    await other.post(`/api/sessions/${online}/enrolment`);
    await counsellor.post(`/api/sessions/${online}/enrolment`);
    const waiting = (await feed((await own()).path)).text;
    expect(waiting).toContain('STATUS:TENTATIVE');
    expect(waiting).not.toContain('room.example');
    await other.delete(`/api/sessions/${online}/enrolment`);
    expect((await feed((await own()).path)).text).toContain('STATUS:CONFIRMED');
  });

  it('can be given a new address, after which the old one answers 404', async () => {
    const before = await own();
    await feed(before.path);
    const renewed = await counsellor.post<{ url: string }>('/api/me/feed/renewal');
    expect(renewed.status).toBe(200);
    expect(renewed.body.url).not.toBe(before.url);
    expect((await feed(before.path)).status).toBe(404);
    expect((await feed(new URL(renewed.body.url).pathname)).status).toBe(200);
    expect((await own()).url).toBe(renewed.body.url);
  });

  it('is kept by the hash of its secret alone', async () => {
    const secret = (await own()).path.split('/').at(-1)?.replace('.ics', '') ?? '';
    const rows = await luotsi.query(
      `SELECT 1 FROM calendar.personal_feed WHERE position($1 IN secret_hash::text) > 0`,
      [secret],
    );
    expect(rows).toEqual([]);
    expect((await feed('/feeds/personal/aaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics')).status).toBe(404);
  });
});
