import { addressOf } from '@luotsi/platform/model';
import type { Language } from '@luotsi/platform/model';
import type { AgendaFilters } from '../agenda/agenda-filters';

/** The ways to one feed. */
export interface FeedLinks {
  readonly url: string;
  readonly webcalUrl: string;
  /** Opens Google Calendar's question whether to add it. */
  readonly google: string;
  /** Opens Outlook.com's. */
  readonly outlook: string;
  /** Whether only this machine can reach it, so that calendars on the web can't. */
  readonly local: boolean;
}

/** The path of the public feed that these filters narrow, its texts in a language. */
export function publicFeedPath(filters: AgendaFilters, lang: Language): string {
  const { region, theme, competence, form, language } = filters;
  return addressOf(
    { path: '/feeds/calendar.ics' },
    {
      query: { region, theme, competence, form, language, lang },
    },
  );
}

/** The path of one session's calendar file. */
export function sessionFeedPath(id: string, lang: Language): string {
  return addressOf({ path: '/feeds/sessions/{id}.ics' }, { params: { id }, query: { lang } });
}

/**
 * The ways to subscribe to the feed at an address.
 * @param name how web calendars are to call it
 */
export function feedLinks(url: string, name: string): FeedLinks {
  const webcalUrl = url.replace(/^https?:/, 'webcal:');
  const outlook = new URLSearchParams({ url, name });
  return {
    url,
    webcalUrl,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalUrl)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?${outlook}`,
    local: /^https?:\/\/(localhost|127\.|\[::1\])/.test(url),
  };
}
