import type { NoticeKinds } from '@luotsi/platform/model';

/** What people are told of feedback. */
export const feedbackNoticeKinds = {
  'feedback-asked': {
    name: { fi: 'Palautepyyntö', sv: 'Begäran om respons', en: 'Request for feedback' },
    title: {
      fi: 'Millainen koulutus oli? {session}',
      sv: 'Hur var utbildningen? {session}',
      en: 'How was it? {session}',
    },
    body: {
      fi: 'Vastaaminen vie pari minuuttia. Järjestäjä ei näe, mikä vastaus on sinun.',
      sv: 'Det tar ett par minuter att svara. Arrangören ser inte vilket svar som är ditt.',
      en: 'It takes a couple of minutes. The organiser doesn’t see which answer is yours.',
    },
    action: { fi: 'Anna palautetta', sv: 'Ge respons', en: 'Give feedback' },
  },
} as const satisfies NoticeKinds;
