import { renderNotice } from '@luotsi/notice/model';
import type { LetterContent } from '@luotsi/platform/api';
import type { Language, NoticeFacts, NoticeKind } from '@luotsi/platform/model';

/** A notice that is to be mailed. */
export interface ToldInLetter {
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
  readonly link: string | null;
}

const words = {
  bundle: {
    fi: (count: number) => `Luotsin kooste: ${String(count)} ilmoitusta`,
    sv: (count: number) => `Sammandrag från Lotsen: ${String(count)} aviseringar`,
    en: (count: number) => `Luotsi in brief: ${String(count)} notices`,
  },
  all: { fi: 'Avaa ilmoitukset', sv: 'Öppna aviseringarna', en: 'Open the notices' },
} as const;

/** A letter about one notice. @param origin the service's address without a path */
export function noticeLetter(
  language: Language,
  { kind, facts, link }: ToldInLetter,
  origin: string,
): LetterContent {
  const { title, body, action } = renderNotice(kind, facts, language);
  const way =
    link === null
      ? { label: words.all[language], path: '/notices' }
      : { label: action, path: link };
  return {
    subject: title,
    blocks: [
      { type: 'text', text: body },
      { type: 'action', label: way.label, url: `${origin}${way.path}` },
    ],
  };
}

/** A letter with several notices, oldest first. */
export function bundleLetter(
  language: Language,
  notices: readonly ToldInLetter[],
  origin: string,
): LetterContent {
  return {
    subject: words.bundle[language](notices.length),
    blocks: [
      {
        type: 'facts',
        rows: notices.map(({ kind, facts }) => {
          const { title, body } = renderNotice(kind, facts, language);
          return [title, body] as const;
        }),
      },
      { type: 'action', label: words.all[language], url: `${origin}/notices` },
    ],
  };
}
