import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { pageColumns } from './page-columns.mjs';

/**
 * The yardstick of searches: bare node:http and pg, for each search the one plain statement, planned
 * for its very words by what PostgreSQL has counted of them. Reads a JSON file of
 * `[{conditions, values, limit}]` on `calendar.session s`; `GET /<n>` runs the n-th.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const searches = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(
  ({ conditions, values, limit }) => ({
    limit,
    values,
    text: `
      SELECT ${pageColumns} FROM calendar.session s
      WHERE s.status <> 'draft' AND ${conditions.join(' AND ')}
      ORDER BY s.first_start, s.id LIMIT ${limit + 1}`,
  }),
);

const server = createServer(async (request, response) => {
  const { text, values, limit } = searches[Number(request.url.slice(1))];
  try {
    const { rows } = await pool.query(text, values);
    const items = rows.slice(0, limit);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ items, nextCursor: rows[limit]?.id ?? null }));
  } catch (fault) {
    response.writeHead(500).end(String(fault));
  }
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
