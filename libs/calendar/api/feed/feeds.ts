import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FeedQuery } from '@luotsi/calendar/model';
import { Changes, CONFIGURATION, publicOrigin, type Configuration } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import { EventTexts } from './event-texts';
import { FeedKeeper } from './feed-keeper';
import { FeedReader } from './feed-reader';
import type { FeedSession } from './feed-session';
import { feedWords } from './feed-words';
import { finishFeed, type KeptFeed } from './kept-feed';
import { PERSON_CHANGED, PersonalFeeds } from './personal-feeds';
import { renderCalendar } from './render-calendar';

/** The change topic under which sessions and meetings are announced; the key is the session's id. */
export const SESSION_CHANGED = 'calendar.session';

const MEBIBYTE = 1_048_576;

/** How far back the public feed goes: a year of what has been, for whoever looks back. */
const PAST_DAYS = 365;

/** Makes the feeds and keeps them until something in them changes. */
@Injectable()
export class Feeds implements OnModuleInit {
  private readonly shared: FeedKeeper;
  private readonly personal: FeedKeeper;
  /** Whose each kept personal feed is, by its key. */
  private readonly keysOf = new Map<string, Set<string>>();
  private readonly origin: string;

  constructor(
    private readonly reader: FeedReader,
    private readonly texts: EventTexts,
    private readonly addresses: PersonalFeeds,
    private readonly changes: Changes,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.origin = publicOrigin(configuration);
    this.shared = new FeedKeeper(48 * MEBIBYTE, () => changes.hearing);
    this.personal = new FeedKeeper(16 * MEBIBYTE, () => changes.hearing);
  }

  async onModuleInit(): Promise<void> {
    await this.changes.listen(SESSION_CHANGED, () => {
      this.shared.drop();
      this.dropPersonal(null);
    });
    await this.changes.listen(PERSON_CHANGED, (person) => this.dropPersonal(person));
  }

  /** A feed of this key, if it is kept and may be trusted. */
  kept(key: string, visibility: 'public' | 'private'): KeptFeed | undefined {
    return (visibility === 'public' ? this.shared : this.personal).get(key);
  }

  /** The public feed: whoever asks for the same gets the same bytes. */
  async ofCalendar(key: string, query: FeedQuery): Promise<KeptFeed> {
    const feed = await this.shared.getOrMake(key, async () => {
      const { lang, ...filters } = query;
      const past = new Date(Date.now() - PAST_DAYS * 86_400_000).toISOString();
      const sessions = await this.reader.readPublic({ ...filters, from: filters.from ?? past });
      return this.make(sessions, lang, false, '/feeds/calendar.ics');
    });
    if (!feed) throw new Error('A public feed is never absent.');
    return feed;
  }

  /** One session's feed; null when no such session is published. */
  ofSession(key: string, id: string, language: Language): Promise<KeptFeed | null> {
    return this.shared.getOrMake(key, async () => {
      const session = await this.reader.readSession(id);
      return session && this.make([session], language, false, `/feeds/sessions/${id}.ics`);
    });
  }

  /** The feed that a secret opens; null when it opens none. */
  ofPerson(key: string, secret: string, wished: Language | undefined): Promise<KeptFeed | null> {
    return this.personal.getOrMake(key, async () => {
      const person = await this.addresses.personOf(secret);
      if (person === null) return null;
      this.keysOf.set(person, (this.keysOf.get(person) ?? new Set()).add(key));
      const { language, sessions } = await this.reader.readPersonal(person);
      // The address is the secret itself, so a personal feed does not name its source.
      return this.make(sessions, wished ?? language, true, null);
    });
  }

  private async make(
    sessions: readonly FeedSession[],
    language: Language,
    personal: boolean,
    path: string | null,
  ): Promise<KeptFeed> {
    const events = await this.texts.of(sessions, { language, origin: this.origin, personal });
    const meetings = sessions.flatMap((session) => session.meetings);
    const words = feedWords[language];
    const text = renderCalendar(
      {
        name: personal ? words.personalName : words.publicName,
        description: personal ? words.personalDescription : words.publicDescription,
        ...(path === null ? {} : { source: `${this.origin}${path}` }),
      },
      events,
      meetings.map((meeting) => meeting.timeZone),
    );
    const newest = meetings.reduce((latest, { changedAt }) => Math.max(latest, +changedAt), 0);
    return finishFeed(text, new Date(newest));
  }

  private dropPersonal(person: string | null): void {
    if (person === null) {
      this.personal.drop();
      this.keysOf.clear();
      return;
    }
    for (const key of this.keysOf.get(person) ?? []) this.personal.drop(key);
    this.keysOf.delete(person);
  }
}
