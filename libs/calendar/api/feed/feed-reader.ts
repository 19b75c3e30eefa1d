import type { SessionFilters } from '@luotsi/calendar/model';
import type { Language } from '@luotsi/platform/model';
import type { FeedSession } from './feed-session';

/** Reads what feeds show, one statement a feed. */
export abstract class FeedReader {
  /** Published sessions that fit the filters, cancelled and postponed ones among them. */
  abstract readPublic(filters: SessionFilters): Promise<FeedSession[]>;

  /** One published session; null when there is none. */
  abstract readSession(id: string): Promise<FeedSession | null>;

  /** A person's language and own sessions, given-up ones as cancelled. */
  abstract readPersonal(
    personId: string,
  ): Promise<{ readonly language: Language; readonly sessions: readonly FeedSession[] }>;
}
