import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import type { SessionInput } from './session-writer';

type Named = Pick<SessionInput, 'regions' | 'theme' | 'organiser'>;

/**
 * The names by which sessions can be found besides their own words: of their regions, theme and
 * organiser, in every language.
 * @returns a function from one of the sessions to its names
 */
export async function namesFor(
  manager: EntityManager,
  sessions: readonly Named[],
): Promise<(session: Named) => string[]> {
  const keys = [...new Set(sessions.flatMap(keysOf))];
  const rows = await manager.query<{ key: string; name: Localised }[]>(
    `SELECT key, name FROM (
       SELECT 'region ' || code AS key, name FROM network.region
       UNION ALL SELECT 'theme ' || id, name FROM network.theme
       UNION ALL SELECT 'group ' || id, name FROM network."group"
       UNION ALL SELECT 'organisation ' || id, name FROM network.organisation
     ) named WHERE key = ANY ($1)`,
    [keys],
  );
  const names = new Map(rows.map(({ key, name }) => [key, Object.values(name)]));
  return (session) => keysOf(session).flatMap((key) => names.get(key) ?? []);
}

const keysOf = ({ regions, theme, organiser }: Named): string[] => [
  ...regions.map((code) => `region ${code}`),
  ...(theme ? [`theme ${theme}`] : []),
  ...(organiser ? [`${organiser.type} ${organiser.id}`] : []),
];
