import { rowsGone, type PersonalData, type RetentionRule } from '@luotsi/platform/api';

/** What attendance keeps about a person, and how it forgets them: how many were there stays. */
export const attendanceData: PersonalData = {
  columns: [
    'calendar.attendance.person_id',
    'calendar.attendance.recorded_by',
    'calendar.attendance_change.by_person_id',
  ],
  words: {
    attendance: { fi: 'Läsnäolosi', sv: 'Din närvaro', en: 'Your attendance' },
    attendanceNoted: {
      fi: 'Läsnäolot, jotka olet merkinnyt',
      sv: 'Närvaro som du har antecknat',
      en: 'Attendance that you have noted',
    },
    present: { fi: 'Läsnä', sv: 'Närvarande', en: 'Present' },
    source: { fi: 'Miten merkitty', sv: 'Hur antecknad', en: 'How it was noted' },
    list: { fi: 'läsnäololistasta', sv: 'i närvarolistan', en: 'in the list' },
    code: { fi: 'koodilla', sv: 'med kod', en: 'with the code' },
    marks: { fi: 'Merkintöjä', sv: 'Anteckningar', en: 'Marks' },
  },
  async collect(manager, person) {
    const [row] = await manager.query<{ data: Record<string, unknown> }[]>(COLLECT, [person]);
    return row?.data ?? {};
  },
  async forget(manager, person) {
    // What was written of them goes; that somebody was there stays.
    await manager.query(
      `DELETE FROM calendar.attendance_change c USING calendar.attendance a
       WHERE a.id = c.attendance_id AND a.person_id = $1`,
      [person],
    );
    await manager.query(
      `UPDATE calendar.attendance_change SET by_person_id = NULL WHERE by_person_id = $1`,
      [person],
    );
    await manager.query(
      `UPDATE calendar.attendance SET recorded_by = NULL WHERE recorded_by = $1`,
      [person],
    );
    await manager.query(`UPDATE calendar.attendance SET person_id = NULL WHERE person_id = $1`, [
      person,
    ]);
  },
};

/** Years after a session for which it is kept who was there. */
const YEARS = 6;

const old = `s.last_end < $1::timestamptz - make_interval(years => $2)`;

export const attendanceRetention: readonly RetentionRule[] = [
  {
    name: 'calendar.attendance',
    what: {
      fi: 'Läsnäolomerkinnät ja niiden korjaukset',
      sv: 'Närvaroanteckningar och rättelser av dem',
      en: 'Attendance and corrections of it',
    },
    keptFor: {
      fi: '6 vuotta tilaisuudesta; sen jälkeen jäljelle jää lukumäärä',
      sv: '6 år från tillfället; därefter återstår antalet',
      en: '6 years from the session; after that only the number remains',
    },
    apply: async (manager, now) => {
      await manager.query(
        `DELETE FROM calendar.attendance_change c USING calendar.attendance a
           JOIN calendar.meeting m ON m.id = a.meeting_id
           JOIN calendar.session s ON s.id = m.session_id
         WHERE a.id = c.attendance_id AND ${old}`,
        [now, YEARS],
      );
      return rowsGone(
        manager,
        `UPDATE calendar.attendance a SET person_id = NULL, recorded_by = NULL
         FROM calendar.meeting m JOIN calendar.session s ON s.id = m.session_id
         WHERE m.id = a.meeting_id AND num_nonnulls(a.person_id, a.recorded_by) > 0 AND ${old}`,
        [now, YEARS],
      );
    },
  },
  {
    name: 'calendar.attendance_code_failure',
    what: {
      fi: 'Väärin kirjoitetut läsnäolokoodit, laskurina',
      sv: 'Felskrivna närvarokoder, som en räknare',
      en: 'Attendance codes entered wrongly, as a counter',
    },
    keptFor: { fi: '15 minuuttia', sv: '15 minuter', en: '15 minutes' },
    apply: (manager, now) =>
      rowsGone(manager, `DELETE FROM calendar.attendance_code_failure WHERE expire < $1`, [
        now.getTime(),
      ]),
  },
];

const COLLECT = `
  SELECT json_build_object(
    'attendance', coalesce((
      SELECT json_agg(json_build_object('session', s.title, 'starts', m.start_at,
        'present', a.present, 'source', a.source, 'at', a.at,
        'history', (SELECT json_agg(json_build_object('at', c.at, 'present', c.present,
            'source', c.source, 'reason', c.reason,
            'own', c.by_person_id IS NOT DISTINCT FROM $1::uuid) ORDER BY c.at, c.id)
          FROM calendar.attendance_change c WHERE c.attendance_id = a.id))
        ORDER BY m.start_at, m.id)
      FROM calendar.attendance a JOIN calendar.meeting m ON m.id = a.meeting_id
      JOIN calendar.session s ON s.id = m.session_id WHERE a.person_id = $1), '[]'),
    'attendanceNoted', coalesce((
      SELECT json_agg(json_build_object('session', noted.title, 'starts', noted.start_at,
        'marks', noted.marks) ORDER BY noted.start_at, noted.id)
      FROM (SELECT m.id, s.title, m.start_at, count(*) AS marks
        FROM calendar.attendance_change c JOIN calendar.attendance a ON a.id = c.attendance_id
        JOIN calendar.meeting m ON m.id = a.meeting_id
        JOIN calendar.session s ON s.id = m.session_id
        WHERE c.by_person_id = $1 AND a.person_id IS DISTINCT FROM $1
        GROUP BY m.id, s.title, m.start_at) noted), '[]')
  ) AS data`;
