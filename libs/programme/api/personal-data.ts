import type { PersonalData, RetentionRule } from '@luotsi/platform/api';

/** What the programme keeps about a person, and how it forgets them. */
export const programmeData: PersonalData = {
  columns: ['programme.progress.person_id', 'programme.last_visited.person_id'],
  words: {
    programme: { fi: 'Valmennusohjelma', sv: 'Coachningsprogram', en: 'Coaching programme' },
    completed: { fi: 'Valmiit tehtävät', sv: 'Slutförda aktiviteter', en: 'Completed activities' },
    lastVisited: { fi: 'Missä kävit viimeksi', sv: 'Var du var senast', en: 'Where you were last' },
    activity: { fi: 'Tehtävä', sv: 'Aktivitet', en: 'Activity' },
    unit: { fi: 'Osa', sv: 'Del', en: 'Unit' },
    title: { fi: 'Ohjelma', sv: 'Program', en: 'Programme' },
    completedAt: { fi: 'Valmistui', sv: 'Slutfördes', en: 'Completed' },
    visitedAt: { fi: 'Kävit', sv: 'Du besökte', en: 'Visited' },
  },
  async collect(manager, person) {
    const [row] = await manager.query<{ data: Record<string, unknown> }[]>(COLLECT, [person]);
    return row?.data ?? {};
  },
  async forget(manager, person) {
    await manager.query('DELETE FROM programme.progress WHERE person_id = $1', [person]);
    await manager.query('DELETE FROM programme.last_visited WHERE person_id = $1', [person]);
  },
};

/** How long what the programme keeps about people is kept. */
export const programmeRetention: readonly RetentionRule[] = [
  {
    name: 'programme.progress',
    what: {
      fi: 'Etenemisesi valmennusohjelmassa',
      sv: 'Hur långt du kommit i coachningsprogrammet',
      en: 'Your progress in the coaching programme',
    },
    keptFor: {
      fi: 'niin kauan kuin sinulla on tili',
      sv: 'så länge du har ett konto',
      en: 'as long as you have an account',
    },
  },
];

const COLLECT = `
  SELECT json_build_object(
    'completed', coalesce((
      SELECT json_agg(json_build_object('activity', a.title, 'unit', u.title,
        'completedAt', p.completed_at) ORDER BY p.completed_at, a.id)
      FROM programme.progress p
      JOIN programme.activity a ON a.id = p.activity_id
      JOIN programme.unit u ON u.id = a.unit_id
      WHERE p.person_id = $1), '[]'),
    'lastVisited', coalesce((
      SELECT json_agg(json_build_object('title', g.title, 'activity', a.title,
        'visitedAt', v.visited_at) ORDER BY v.visited_at)
      FROM programme.last_visited v
      JOIN programme.programme g ON g.id = v.programme_id
      JOIN programme.activity a ON a.id = v.activity_id
      WHERE v.person_id = $1), '[]')
  ) AS data`;
