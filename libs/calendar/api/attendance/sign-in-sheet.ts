import { loadPdf } from '@luotsi/platform/api';
import { inLanguage, locales, type Language } from '@luotsi/platform/model';
import type { MeetingRow, SessionRow } from './attended-meetings';
import { meetingTime, sheetWords } from './sheet-words';

/** Lines left for those who come without having enrolled. */
const EMPTY_LINES = 5;

/**
 * The list on paper: who is expected, in the order of the language, with a line to sign on.
 * @returns a tagged PDF
 */
export async function signInSheet(
  session: SessionRow,
  meeting: MeetingRow,
  names: readonly string[],
  language: Language,
): Promise<Buffer> {
  const { Paper } = await loadPdf();
  const words = sheetWords[language];
  const title = inLanguage(session.title, language);
  const sorted = [...names].sort(new Intl.Collator(locales[language]).compare);
  const time = meetingTime(meeting, language);
  const paper = new Paper({
    title: `${words.sheet}: ${title.text}`,
    language,
    footer: (page, pages) => {
      const number = words.page.replace('{page}', String(page)).replace('{pages}', String(pages));
      return `${number} · ${time} · ${shortened(title.text)}`;
    },
  });
  return paper
    .heading(1, words.sheet)
    .heading(2, title.text, title.language === language ? {} : { lang: title.language })
    .facts([
      { name: words.time, value: time },
      {
        name: words.place,
        value: meeting.place ? inLanguage(meeting.place, language).text : words.online,
      },
      { name: words.people, value: String(sorted.length) },
    ])
    .table({
      columns: [
        { heading: words.number, share: 1, align: 'right' },
        { heading: words.name, share: 6, namesRow: true },
        { heading: words.signature, share: 7 },
      ],
      rows: [
        ...sorted.map((name, place) => [String(place + 1), name, '']),
        ...Array.from({ length: EMPTY_LINES }, () => ['', '', '']),
      ],
      rowHeight: 30,
      grid: true,
    })
    .finish();
}

/** As much of a title as a footer has room for. */
function shortened(title: string): string {
  return title.length > 50 ? `${title.slice(0, 49).trimEnd()}…` : title;
}
