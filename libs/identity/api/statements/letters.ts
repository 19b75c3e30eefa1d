import type { LetterContent } from '@luotsi/platform/api';
import { locales, type Language } from '@luotsi/platform/model';

const words = {
  fi: {
    subject: 'Saavutettavuuspalautetta on tullut',
    text: 'Joku on kertonut esteestä palvelussa. Laki digitaalisten palvelujen tarjoamisesta edellyttää, että palautteeseen vastataan 14 päivän kuluessa.',
    due: 'Vastattava viimeistään',
    action: 'Lue palaute',
  },
  sv: {
    subject: 'Respons om tillgängligheten har kommit',
    text: 'Någon har berättat om ett hinder i tjänsten. Enligt lagen om tillhandahållande av digitala tjänster ska responsen besvaras inom 14 dagar.',
    due: 'Ska besvaras senast',
    action: 'Läs responsen',
  },
  en: {
    subject: 'Feedback on accessibility has come',
    text: 'Someone has told of an obstacle in the service. The Act on the Provision of Digital Services wants it answered within 14 days.',
    due: 'To be answered by',
    action: 'Read the feedback',
  },
} as const;

/** To the administrators: something has been told. What it says stays in the service. */
export function feedbackLetter(language: Language, dueAt: Date, url: string): LetterContent {
  const t = words[language];
  const due = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeZone: 'Europe/Helsinki',
  }).format(dueAt);
  return {
    subject: t.subject,
    blocks: [
      { type: 'text', text: t.text },
      { type: 'facts', rows: [[t.due, due]] },
      { type: 'action', label: t.action, url },
    ],
  };
}
