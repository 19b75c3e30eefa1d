import {
  computed,
  DOCUMENT,
  inject,
  Injectable,
  Injector,
  linkedSignal,
  signal,
} from '@angular/core';
import { getOwnFeed, renewOwnFeed } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { ApiClient, asProblem, Language, useTexts, type ProblemError } from '@luotsi/platform/web';
import type { AgendaFilters } from '../agenda/agenda-filters';
import { calendarTexts } from '../texts';
import { feedLinks, publicFeedPath } from './feed-links';

/** Which feed: the public calendar, or the person's own enrolments. */
export type FeedKind = 'public' | 'own';

/** The feed that is being subscribed to. Provided by the dialog. */
@Injectable()
export class SubscribeStore {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly t = useTexts(calendarTexts);
  private readonly origin = inject(DOCUMENT).location.origin;
  private readonly filters = signal<AgendaFilters | undefined>(undefined);
  private readonly chosen = signal<FeedKind>('public');
  private readonly fault = signal<ProblemError | undefined>(undefined);

  readonly signedIn = inject(CurrentPerson).signedIn;
  readonly kind = computed<FeedKind>(() => (this.signedIn() ? this.chosen() : 'public'));
  private readonly ownFeed = this.api.resource(
    getOwnFeed,
    () => (this.kind() === 'own' ? {} : undefined),
    { injector: inject(Injector) },
  );
  readonly problem = computed(() =>
    this.kind() === 'own' ? (this.fault() ?? this.ownFeed.problem()) : undefined,
  );
  readonly renewed = linkedSignal({ source: this.kind, computation: () => false });
  /** Undefined while one's own address is on its way. */
  readonly links = computed(() => {
    const filters = this.filters();
    if (this.kind() === 'own') {
      const own = this.ownFeed.value();
      return own && feedLinks(own.url, this.t('subscribe.ownName'));
    }
    if (!filters) return undefined;
    const url = this.origin + publicFeedPath(filters, this.language.current());
    return feedLinks(url, this.t('subscribe.publicName'));
  });

  of(filters: AgendaFilters): void {
    this.filters.set(filters);
  }

  choose(kind: FeedKind): void {
    this.chosen.set(kind);
  }

  retry(): void {
    this.fault.set(undefined);
    this.ownFeed.reload();
  }

  /** Gives one's own feed a new address; whoever subscribed to the old one gets nothing more. */
  async renew(): Promise<void> {
    this.fault.set(undefined);
    try {
      this.ownFeed.set(await this.api.send(renewOwnFeed, {}));
      this.renewed.set(true);
    } catch (thrown) {
      this.fault.set(asProblem(thrown, this.language.current()));
    }
  }
}
