import { ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import type { WrittenFields } from './session-columns';

/** The lists of a session that have tables of their own. */
export type Lists = Pick<WrittenFields, 'competences' | 'regions' | 'regionalSeats' | 'coaches'>;

/**
 * Keeps the lists of sessions in place of what was there; one that isn't given stays.
 * @throws ProblemException `reference-unknown` when a coach isn't one
 */
export async function keepLists(
  manager: EntityManager,
  sessions: readonly { readonly id: string; readonly lists: Partial<Lists> }[],
): Promise<void> {
  const rowsOf = <Row>(rows: (lists: Partial<Lists>) => readonly Row[] | undefined) => {
    const given = sessions.flatMap(({ id, lists }) => {
      const made = rows(lists);
      return made ? [{ id, rows: made.map((row) => ({ session_id: id, ...row })) }] : [];
    });
    return { ids: given.map(({ id }) => id), rows: given.flatMap((one) => one.rows) };
  };
  const codes = (list: readonly string[] | undefined) =>
    list && [...new Set(list)].map((code) => ({ code }));
  const coaches = rowsOf(({ coaches }) => codes(coaches));
  await mustBeCoaches(manager, coaches.rows);
  await keep(
    manager,
    'session_competence',
    ['code text'],
    rowsOf((it) => codes(it.competences)),
  );
  await keep(
    manager,
    'session_region',
    ['code text'],
    rowsOf((it) => codes(it.regions)),
  );
  await keep(manager, 'session_coach', ['person_id uuid'], {
    ids: coaches.ids,
    rows: coaches.rows.map(({ session_id, code }) => ({ session_id, person_id: code })),
  });
  await keep(
    manager,
    'session_share',
    ['region_code text', 'seats integer'],
    rowsOf((it) => it.regionalSeats?.map(({ region, seats }) => ({ region_code: region, seats }))),
  );
}

async function keep(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  { ids, rows }: { readonly ids: readonly string[]; readonly rows: readonly object[] },
): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(`DELETE FROM calendar.${table} WHERE session_id = ANY ($1)`, [ids]);
  if (rows.length === 0) return;
  const names = columns.map((column) => column.split(' ')[0]).join(', ');
  await manager.query(
    `INSERT INTO calendar.${table} (session_id, ${names})
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (session_id uuid, ${columns.join(', ')})`,
    [JSON.stringify(rows)],
  );
}

/** Sessions are given to people who hold the role now, or whom they were given to when they did. */
async function mustBeCoaches(
  manager: EntityManager,
  rows: readonly { readonly session_id: string; readonly code: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const others = await manager.query<unknown[]>(
    `SELECT FROM jsonb_to_recordset($1::jsonb) AS r (session_id uuid, code uuid)
     WHERE NOT EXISTS (SELECT FROM identity.role_grant g WHERE g.person_id = r.code
         AND g.role = 'coach' AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now()))
       AND NOT EXISTS (SELECT FROM calendar.session_coach c
         WHERE c.session_id = r.session_id AND c.person_id = r.code)`,
    [JSON.stringify(rows)],
  );
  if (others.length > 0) throw new ProblemException('reference-unknown');
}
