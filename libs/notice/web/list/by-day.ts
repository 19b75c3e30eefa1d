import type { Notice } from '@luotsi/notice/model';

/** A day and what was told on it. */
export interface NoticeDay {
  /** `2027-03-11`, in Finland. */
  readonly date: string;
  readonly notices: readonly Notice[];
}

const dateInFinland = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeZone: 'Europe/Helsinki',
});

/** Notices by the day on which they were told, in the order in which they are given. */
export function byDay(notices: readonly Notice[]): NoticeDay[] {
  const days = new Map<string, Notice[]>();
  for (const notice of notices) {
    const date = dateInFinland.format(new Date(notice.at));
    const day = days.get(date);
    if (day) day.push(notice);
    else days.set(date, [notice]);
  }
  return [...days].map(([date, told]) => ({ date, notices: told }));
}
