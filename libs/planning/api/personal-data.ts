import type { PersonalData, RetentionRule } from '@luotsi/platform/api';

/** What plans know of who made them. A plan is the group's and stays; its people go. */
export const planningData: PersonalData = {
  columns: ['planning.plan.submitted_by', 'planning.plan.published_by', 'planning.plan_step.by_id'],
  words: {
    planning: {
      fi: 'Vuosittaiset koulutussuunnitelmat',
      sv: 'Årliga utbildningsplaner',
      en: 'Annual training plans',
    },
    steps: {
      fi: 'Suunnitelmat, joita olet vienyt eteenpäin',
      sv: 'Planer som du fört vidare',
      en: 'Plans that you have taken further',
    },
    year: { fi: 'Vuosi', sv: 'År', en: 'Year' },
    group: { fi: 'Ryhmä', sv: 'Grupp', en: 'Group' },
    from: { fi: 'Tilasta', sv: 'Från läge', en: 'From' },
    to: { fi: 'Tilaan', sv: 'Till läge', en: 'To' },
    at: { fi: 'Aika', sv: 'Tid', en: 'Time' },
    comment: { fi: 'Kommentti', sv: 'Kommentar', en: 'Comment' },
    draft: { fi: 'luonnos', sv: 'utkast', en: 'draft' },
    submitted: { fi: 'lähetetty', sv: 'inlämnad', en: 'submitted' },
    published: { fi: 'julkaistu', sv: 'publicerad', en: 'published' },
    superseded: { fi: 'korvattu', sv: 'ersatt', en: 'superseded' },
  },
  async collect(manager, person) {
    const steps = await manager.query<{ at: Date }[]>(
      `SELECT p.year, g.name AS "group", s.from_state AS "from", s.to_state AS "to", s.at, s.comment
       FROM planning.plan_step s
       JOIN planning.plan p ON p.id = s.plan_id
       JOIN network."group" g ON g.id = p.group_id
       WHERE s.by_id = $1 ORDER BY s.at, s.id`,
      [person],
    );
    return { steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })) };
  },
  async forget(manager, person) {
    await manager.query('UPDATE planning.plan_step SET by_id = NULL WHERE by_id = $1', [person]);
    for (const column of ['submitted_by', 'published_by']) {
      await manager.query(`UPDATE planning.plan SET ${column} = NULL WHERE ${column} = $1`, [
        person,
      ]);
    }
  },
};

/** How long plans remember who made them. */
export const planningRetention: readonly RetentionRule[] = [
  {
    name: 'planning.plan_step',
    what: {
      fi: 'Kuka lähetti tai julkaisi koulutussuunnitelman',
      sv: 'Vem som lämnade in eller publicerade en utbildningsplan',
      en: 'Who submitted or published a training plan',
    },
    keptFor: {
      fi: 'niin kauan kuin hänellä on tili; suunnitelma jää',
      sv: 'så länge personen har ett konto; planen blir kvar',
      en: 'as long as they have an account; the plan stays',
    },
  },
];
