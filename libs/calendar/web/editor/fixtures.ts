import type { OrganisedSession } from '@luotsi/calendar/model';
import { idOf, session } from '../fixtures';

// What the tests of the editor share; nothing else imports it.

/** A session as its organiser reads it: published, hybrid, on 11 March 2027 at 9.00–16.00. */
export function organised(given: Partial<OrganisedSession> = {}): OrganisedSession {
  return {
    ...session(1, '2027-03-11'),
    title: { fi: 'Kuulutukset haltuun', sv: '', en: '' },
    form: 'hybrid',
    theme: 'dg3',
    organiser: { type: 'group', id: idOf(7), name: { fi: 'Lapin ELO', sv: '', en: '' } },
    meetings: [
      {
        id: idOf(1001),
        start: '2027-03-11T09:00',
        end: '2027-03-11T16:00',
        startOffset: '+02:00',
        endOffset: '+02:00',
        timeZone: 'Europe/Helsinki',
        place: null,
        link: null,
        cancelled: false,
      },
    ],
    enrolmentCloses: '2027-03-04T10:00:00.000Z',
    link: 'https://kokous.example/1',
    coaches: [],
    materials: [],
    outlineId: null,
    outlineVersion: null,
    seriesId: null,
    missing: ['title.sv', 'title.en', 'summary'],
    told: 9,
    version: 3,
    publishedAt: '2027-01-01T09:00:00Z',
    changedAt: '2027-01-01T09:00:00Z',
    ...given,
  };
}
