import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The yardstick of who is signed in: bare node:http and pg, one query by the session's token, whose
 * signature nobody checks.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const statement = {
  name: 'me',
  text: `
    SELECT p.id, p.name, p.language, p.email,
      (SELECT a.region_code FROM identity.affiliation a
        WHERE a.person_id = p.id AND a.valid_to IS NULL) AS region,
      coalesce(json_agg(json_build_object('role', g.role,
          'scope', json_build_object('type', g.scope_type, 'id', g.scope_id)))
        FILTER (WHERE g.id IS NOT NULL), '[]') AS roles
    FROM identity.session s
    JOIN identity.person p ON p.id = s.person_id
    LEFT JOIN identity.role_grant g ON g.person_id = p.id
    WHERE s.token = $1 AND s.expires_at > now() GROUP BY p.id`,
};

const server = createServer(async (request, response) => {
  try {
    const [, token] = /luotsi\.session_token=([^.;]+)/.exec(request.headers.cookie ?? '') ?? [];
    const { rows } = await pool.query({ ...statement, values: [token] });
    response.writeHead(rows[0] ? 200 : 401, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(rows[0] ?? {}));
  } catch (fault) {
    response.writeHead(500).end(String(fault));
  }
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
