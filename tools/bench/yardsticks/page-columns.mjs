/** What a page of the list reads of `calendar.session s`, as SQL: the rows that the product's page has. */
export const pageColumns = `
  s.id, s.status, s.title, s.summary, s.form, s.languages, s.theme_id, s.place,
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
    FROM calendar.meeting m WHERE m.session_id = s.id) AS meetings`;
