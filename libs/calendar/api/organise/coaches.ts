import type { CoachChoice } from '@luotsi/calendar/model';
import type { EntityManager } from 'typeorm';

/** Everyone who holds the role of a coach now, by name, with where they say they work. */
export async function coachChoices(manager: EntityManager): Promise<CoachChoice[]> {
  return manager.query<CoachChoice[]>(
    `SELECT p.id, p.name, (
        SELECT o.name FROM identity.affiliation a
        JOIN network.organisation o ON o.id = a.organisation_id
        WHERE a.person_id = p.id AND a.valid_to IS NULL ORDER BY a.valid_from DESC LIMIT 1
      ) AS organisation
     FROM identity.person p
     WHERE EXISTS (SELECT FROM identity.role_grant g WHERE g.person_id = p.id AND g.role = 'coach'
       AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now()))
     ORDER BY p.name COLLATE "fi-x-icu", p.id`,
  );
}
