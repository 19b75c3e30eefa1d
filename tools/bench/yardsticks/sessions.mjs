import { createServer } from 'node:http';
import pg from 'pg';
import { pageColumns } from './page-columns.mjs';

/**
 * The yardstick of the list: bare node:http and pg, one statement that reads the same rows (the
 * page of fifty upcoming sessions with organiser, seats, codes and meetings), sent as it comes.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const statement = {
  name: 'page',
  text: `
    SELECT ${pageColumns}
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
