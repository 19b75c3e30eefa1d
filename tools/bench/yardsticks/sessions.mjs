import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The yardstick of the list: bare node:http and pg, one statement that reads the same rows (the
 * page of fifty upcoming sessions with organiser, seats, codes and meetings), sent as it comes.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const statement = {
  name: 'page',
  text: `
    SELECT s.id, s.status, s.title, s.summary, s.form, s.languages, s.theme_id, s.place,
      s.capacity, s.confirmed_count, s.waitlist_count, s.cancellation_reason, s.enrolment_opens,
      s.enrolment_closes, s.first_start, s.last_end, s.organising_group_id,
      (SELECT g.name FROM network."group" g WHERE g.id = s.organising_group_id) AS organiser,
      ARRAY(SELECT c.code FROM calendar.session_competence c WHERE c.session_id = s.id ORDER BY 1)
        AS competences,
      ARRAY(SELECT r.code FROM calendar.session_region r WHERE r.session_id = s.id ORDER BY 1)
        AS regions,
      (SELECT json_agg(json_build_object('id', m.id, 'start', m.start_at, 'end', m.end_at,
          'timeZone', m.time_zone, 'place', m.place, 'cancelled', m.cancelled)
          ORDER BY m.start_at, m.id)
        FROM calendar.meeting m WHERE m.session_id = s.id) AS meetings
    FROM calendar.session s
    WHERE s.status <> 'draft' AND s.first_start >= now()
    ORDER BY s.first_start, s.id LIMIT 51`,
};

const server = createServer(async (request, response) => {
  try {
    const { rows } = await pool.query(statement);
    const body = JSON.stringify({ items: rows.slice(0, 50), nextCursor: rows[50]?.id ?? null });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(body);
  } catch (fault) {
    response.writeHead(500).end(String(fault));
  }
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
