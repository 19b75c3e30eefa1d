import { Forgetting, Retention } from '@luotsi/identity/api';
import { testApp, type TestApp } from '@testing';
import { strFromU8, unzipSync } from 'fflate';
import { slices } from '../slices';
import { fillPerson, type Traces } from './fill-person';
import { EMAIL, NAME } from './names';

const DAY = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY);

describe('someone who has done everything there is', () => {
  let luotsi: TestApp;
  let traces: Traces;
  beforeAll(async () => {
    luotsi = await testApp();
    traces = await fillPerson(luotsi);
  });
  afterAll(() => luotsi.close());

  /** Columns of every table whose text holds any of these words, as `table.column`. */
  async function mentions(...words: string[]): Promise<string[]> {
    const columns = await luotsi.query<{ table: string; column: string; type: string }>(`
      SELECT format('%I.%I', n.nspname, c.relname) AS "table", quote_ident(a.attname) AS "column",
        format_type(a.atttypid, a.atttypmod) AS type
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`);
    const found: string[] = [];
    for (const { table, column, type } of columns) {
      const text = type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`;
      const rows = await luotsi.query(
        `SELECT FROM ${table} WHERE EXISTS (SELECT FROM unnest($1::text[]) word
           WHERE strpos(lower(${text}), lower(word)) > 0) LIMIT 1`,
        [words],
      );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found.sort();
  }

  it('has left something in every column that a slice answers for', async () => {
    const empty: string[] = [];
    const told = new Set(await mentions(traces.id, EMAIL, NAME));
    for (const column of slices.flatMap(({ personalData }) => personalData?.columns ?? [])) {
      if (!told.has(column) && column !== 'identity.deletion.person_id') empty.push(column);
    }
    expect(empty).toEqual([]);
  });

  describe('who asks for a copy', () => {
    let json: Record<string, Record<string, unknown>>;
    let html: string;

    it('gets one that is made in the background', async () => {
      const asked = await traces.person.get<{ job: string }>('/api/me/data');
      expect(asked.status).toBe(202);
      const { job } = asked.body;
      await luotsi.doJobs();
      const seen = await traces.person.get<{ state: string; done: number; total: number }>(
        `/api/jobs/${job}`,
      );
      expect(seen.body).toMatchObject({ state: 'done', done: seen.body.total });
      const answer = await luotsi.app.inject({
        url: `/api/me/data/${job}`,
        headers: { cookie: traces.person.cookie },
      });
      expect(answer.headers['content-type']).toBe('application/zip');
      expect(answer.headers['content-disposition']).toMatch(/omat-tiedot-\d{4}-\d\d-\d\d\.zip/);
      const files = unzipSync(new Uint8Array(answer.rawPayload));
      expect(Object.keys(files)).toEqual(['omat-tiedot.html', 'omat-tiedot.json']);
      html = strFromU8(files['omat-tiedot.html'] ?? new Uint8Array());
      json = JSON.parse(strFromU8(files['omat-tiedot.json'] ?? new Uint8Array())) as typeof json;
    });

    it('finds in it what every slice keeps', () => {
      const keeping = slices.filter(({ personalData }) => personalData).map(({ name }) => name);
      expect(Object.keys(json)).toEqual(['madeAt', ...keeping]);
      for (const name of keeping) {
        const values = Object.values(json[name] ?? {}).filter(
          (value) => !Array.isArray(value) || value.length > 0,
        );
        expect([name, values.length > 0]).toEqual([name, true]);
      }
      expect(json).toMatchObject({
        identity: { account: { name: NAME, email: EMAIL } },
        assessment: { assessments: [{ answers: [{ current: 3, note: 'Oma huomio' }] }] },
        planning: { steps: expect.arrayContaining([expect.objectContaining({ year: 2031 })]) },
      });
      expect(JSON.stringify(json)).not.toMatch(/password_?hash|secret|token/i);
    });

    it('reads it in words: no heading or member is without a name', () => {
      for (const { name, personalData } of slices) {
        if (!personalData) continue;
        const known = personalData.words;
        const nameless = [name, ...membersOf(json[name])].filter((member) => !(member in known));
        expect([name, [...new Set(nameless)]]).toEqual([name, []]);
      }
    });

    it('reads it as a page of its own, in their language, without scripts', () => {
      expect(html).toContain('<html lang="fi">');
      expect(html).toContain('Kuulutukset haltuun');
      expect(html).toContain('Zebulon Qvistgård');
      expect(html).not.toMatch(/<script|<link|<img|(href|src)="http|undefined|\[object/);
    });
  });

  describe('who leaves', () => {
    it('is still there when the week is not over', async () => {
      const asked = await traces.person.delete<{ dueAt: string }>('/api/me', {});
      expect(asked.status).toBe(202);
      expect(Math.round((Date.parse(asked.body.dueAt) - Date.now()) / DAY)).toBe(7);
      expect(await luotsi.app.get(Forgetting).run(later(6))).toBe(0);
      expect((await traces.person.get('/api/me')).status).toBe(200);
    });

    it('is forgotten everywhere when it is', async () => {
      expect(await luotsi.app.get(Forgetting).run(later(8))).toBe(1);
      const words = [traces.id, EMAIL, NAME, 'qvistgård', 'qvistgard', 'zebulon'];
      // The last letter, until it is delivered or the week after is over.
      expect(await mentions(...words)).toEqual(
        ['html', 'recipient', 'text', 'to_address', 'to_name']
          .map((column) => `platform.mail.${column}`)
          .filter((column) => !/html|text/.test(column)),
      );
      const [last] = (await luotsi.letters(EMAIL)).slice(-1);
      expect(last).toMatchObject({ subject: 'Tilisi Luotsissa on poistettu', person: null });
      await luotsi.app.get(Retention).run(later(16));
      expect(await mentions(...words)).toEqual([]);
    });

    it('is signed out', async () => {
      expect((await traces.person.get('/api/me')).status).toBe(401);
    });

    it('goes on counting where they have been', async () => {
      const rows = await luotsi.query(
        `SELECT s.confirmed_count, e.status, e.person_id FROM calendar.session s
         JOIN calendar.enrolment e ON e.session_id = s.id WHERE s.id = $1`,
        [traces.past],
      );
      expect(rows).toEqual([{ confirmed_count: 1, status: 'confirmed', person_id: null }]);
    });

    it('gives a seat to come to the next in line, who is told', async () => {
      const rows = await luotsi.query(
        `SELECT s.confirmed_count, s.waitlist_count, e.status, e.person_id
         FROM calendar.session s JOIN calendar.enrolment e ON e.session_id = s.id
         WHERE s.id = $1 ORDER BY e.ticket`,
        [traces.coming],
      );
      const counts = { confirmed_count: 1, waitlist_count: 0 };
      expect(rows).toEqual([
        { ...counts, status: 'cancelled', person_id: null },
        { ...counts, status: 'confirmed', person_id: traces.next.id },
      ]);
      const told = await luotsi.query('SELECT kind FROM notice.notice WHERE person_id = $1', [
        traces.next.id,
      ]);
      expect(told).toContainEqual({ kind: 'enrolment-promoted' });
    });

    it('lets an offer go on to the next, the line close up, an application fall', async () => {
      const { offered, waiting, applied, next } = traces;
      const rows = await luotsi.query<{ id: string; offered: number; line: number }>(
        `SELECT s.id, s.offered_count AS offered, s.waitlist_count AS line,
           (SELECT json_agg(e.status ORDER BY e.ticket) FROM calendar.enrolment e
             WHERE e.session_id = s.id AND e.person_id IS NULL) AS gone,
           (SELECT e.status FROM calendar.enrolment e
             WHERE e.session_id = s.id AND e.person_id = $2) AS next
         FROM calendar.session s WHERE s.id = ANY ($1) ORDER BY array_position($1, s.id)`,
        [[offered, waiting, applied], next.id],
      );
      const gone = [expect.stringMatching(/^(cancelled|declined)$/)];
      expect(rows).toEqual([
        { id: offered, offered: 1, line: 0, gone, next: 'offered' },
        { id: waiting, offered: 0, line: 1, gone, next: 'waitlisted' },
        { id: applied, offered: 0, line: 0, gone, next: 'applied' },
      ]);
    });

    it('leaves the plan to its group', async () => {
      const rows = await luotsi.query(
        `SELECT p.state, p.submitted_by, p.published_by, bool_and(s.by_id IS NULL) AS nobody
         FROM planning.plan p JOIN planning.plan_step s ON s.plan_id = p.id
         WHERE p.id = $1 GROUP BY p.id`,
        [traces.plan],
      );
      expect(rows).toEqual([
        { state: 'published', submitted_by: null, published_by: null, nobody: true },
      ]);
    });

    it('stands in the log under a pseudonym, one for all', async () => {
      const rows = await luotsi.query<{ actor_id: string }>(
        `SELECT DISTINCT actor_id FROM identity.audit_entry
         WHERE action IN ('data-requested', 'deletion-requested')`,
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.actor_id).not.toBe(traces.id);
    });
  });
});

/** The names of members at any depth; facts of notices and of the log are what their writers say. */
function membersOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(membersOf);
  const keys = Object.keys(value);
  if (keys.join() === 'fi,sv,en' || keys.join() === 'en,fi,sv') return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'facts' ? [key] : [key, ...membersOf(member)],
  );
}
