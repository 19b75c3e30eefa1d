import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The yardstick of enrolment: bare node:http and pg, the five statements (begin, lock the session,
 * count, upsert, commit), no sign-in. `POST /<session>/<person>`.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const server = createServer(async (request, response) => {
  const [, session, person] = request.url.split('/');
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query({
      name: 'lock',
      text: 'SELECT capacity FROM bench.session WHERE id = $1 FOR UPDATE',
      values: [session],
    });
    const counted = await client.query({
      name: 'count',
      text: `SELECT count(*)::int AS confirmed FROM bench.enrolment
             WHERE session_id = $1 AND status = 'confirmed'`,
      values: [session],
    });
    const status = counted.rows[0].confirmed < rows[0].capacity ? 'confirmed' : 'waitlisted';
    await client.query({
      name: 'upsert',
      text: `INSERT INTO bench.enrolment (session_id, person_id, status) VALUES ($1, $2, $3)
             ON CONFLICT (session_id, person_id) DO UPDATE SET status = excluded.status`,
      values: [session, person, status],
    });
    await client.query('COMMIT');
    const body = JSON.stringify({ status });
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(body);
  } catch (fault) {
    await client.query('ROLLBACK').catch(() => undefined);
    response.writeHead(500).end(String(fault));
  } finally {
    client.release();
  }
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
