import type { MeetingDraft, OrganisedSession, SessionPatch } from '@luotsi/calendar/model';
import type { Notice } from '@luotsi/notice/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import type { Actor, TestApp } from '@testing';
import { aSession } from '../session-fixtures';

/** What a refusal's body says. */
export const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });
/** One meeting of a day, by the clock of Helsinki. */
export const day = (date: string, from = '09:00', to = '16:00'): MeetingDraft => ({
  start: `${date}T${from}`,
  end: `${date}T${to}`,
});

/** What is kept of a meeting when it changes. */
interface Kept {
  readonly id: string;
  readonly uid: string;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/**
 * What tests of changes do, as a national coordinator of an app.
 * @param who the two, once the test has them
 */
export function changesOf(who: () => { readonly luotsi: TestApp; readonly national: Actor }) {
  const draft = async (more: Parameters<typeof aSession>[0] = {}) =>
    (await who().national.post<{ id: string }>('/api/sessions', aSession(more))).body.id;
  const change = (id: string, body: SessionPatch) =>
    who().national.patch<OrganisedSession>(`/api/sessions/${id}`, body);
  const refused = (id: string, body: SessionPatch) =>
    who().national.patch<ProblemDetails>(`/api/sessions/${id}`, body);
  const organised = async (id: string) =>
    (await who().national.get<OrganisedSession>(`/api/organised-sessions/${id}`)).body;
  const meetings = (id: string) =>
    who().luotsi.query<Kept>(
      `SELECT id, uid, sequence, cancelled FROM calendar.meeting WHERE session_id = $1
       ORDER BY uid`,
      [id],
    );
  const heard = async (person: Actor) =>
    (await person.get<{ items: Notice[] }>('/api/me/notices')).body.items
      .map(({ kind }) => kind)
      .toReversed();
  const two = { meetings: [day('2057-05-02'), day('2057-05-09')] };
  return { draft, change, refused, organised, meetings, heard, two };
}
