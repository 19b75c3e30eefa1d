import type { SessionDraft } from '@luotsi/calendar/model';
import type { Actor, TestApp } from '@testing';

/** A session two months ahead that can be published as it is. */
export function aSession(more: Partial<SessionDraft> = {}): SessionDraft {
  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  return {
    title: { fi: 'Kuulutukset haltuun', sv: 'Kungörelser', en: 'Announcements' },
    capacity: 20,
    meetings: [{ start: `${day}T09:00`, end: `${day}T16:00`, timeZone: 'Europe/Helsinki' }],
    ...more,
  };
}

/** Creates a session through the API and publishes it. Returns its id. */
export async function published(by: Actor, more: Partial<SessionDraft> = {}): Promise<string> {
  const { body } = await by.post<{ id: string }>('/api/sessions', aSession(more));
  await by.post(`/api/sessions/${body.id}/publication`);
  return body.id;
}

/** Moves a session in time without any organiser, as if days had passed. */
export async function daysPass(luotsi: TestApp, id: string, days: number): Promise<void> {
  const back = `- make_interval(days => $2)`;
  await luotsi.query(
    `UPDATE calendar.session SET first_start = first_start ${back}, last_end = last_end ${back},
       enrolment_opens = enrolment_opens ${back}, enrolment_closes = enrolment_closes ${back}
     WHERE id = $1`,
    [id, days],
  );
  await luotsi.query(
    `UPDATE calendar.meeting SET start_at = start_at ${back}, end_at = end_at ${back}
     WHERE session_id = $1`,
    [id, days],
  );
}
