import type { NoticeKinds } from '@luotsi/platform/model';

/**
 * What people are told of their attendance. It can be turned off: that a certificate no longer holds is
 * told by a kind of its own, which is owed.
 */
export const attendanceNoticeKinds = {
  'attendance-corrected': {
    name: {
      fi: 'Läsnäolomerkinnän korjaus',
      sv: 'Rättelse av din närvaro',
      en: 'A correction of your attendance',
    },
    title: {
      fi: 'Läsnäolomerkintäsi on muuttunut: {session}',
      sv: 'Anteckningen om din närvaro har ändrats: {session}',
      en: 'The record of your attendance has changed: {session}',
    },
    body: {
      fi: '{when}: sinut on nyt merkitty {mark}. Syy: {reason}. Jos se ei pidä paikkaansa, kysy järjestäjältä.',
      sv: '{when}: du är nu antecknad som {mark}. Orsak: {reason}. Fråga arrangören om det inte stämmer.',
      en: '{when}: you are now marked as {mark}. Reason: {reason}. Ask the organiser if that is not right.',
    },
    action: { fi: 'Katso läsnäolosi', sv: 'Se din närvaro', en: 'See your attendance' },
  },
} as const satisfies NoticeKinds;

/** How a notice says that someone was there, or wasn't. */
export const markWords = {
  present: { fi: 'paikalla olleeksi', sv: 'närvarande', en: 'present' },
  absent: { fi: 'poissa olleeksi', sv: 'frånvarande', en: 'absent' },
} as const;
