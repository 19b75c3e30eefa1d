import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  calendarFeedContract as contract,
  type FeedAddress,
  type FeedQuery,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import {
  CONFIGURATION,
  Handle,
  Input,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerFeed } from './answer-feed';
import { FeedLane } from './feed-lane';
import { Feeds } from './feeds';
import type { KeptFeed } from './kept-feed';
import { PersonalFeeds } from './personal-feeds';

/** What calendars subscribe to. */
@Controller()
export class FeedsController {
  private readonly origin: string;

  constructor(
    private readonly feeds: Feeds,
    private readonly lane: FeedLane,
    private readonly addresses: PersonalFeeds,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.origin = publicOrigin(configuration);
  }

  @Handle(contract.getCalendarFeed)
  async calendar(
    @Input() { query }: { query: FeedQuery },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = JSON.stringify(query);
    this.send(request, reply, await this.feeds.ofCalendar(key, query), key, 'public');
  }

  @Handle(contract.getSessionFeed)
  async session(
    @Input() { params, query }: Received<typeof contract.getSessionFeed>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = `${params.id} ${query.lang}`;
    const feed = await this.feeds.ofSession(key, params.id, query.lang);
    this.send(request, reply, feed, key, 'public');
  }

  @Handle(contract.getPersonalFeed)
  async personal(
    @Input() { params, query }: Received<typeof contract.getPersonalFeed>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = `${params.secret} ${query.lang ?? ''}`;
    const feed = await this.feeds.ofPerson(key, params.secret, query.lang);
    this.send(request, reply, feed, key, 'private');
  }

  @Handle(contract.getOwnFeed)
  async own(@CurrentPerson() person: Principal): Promise<FeedAddress> {
    return this.addressOf(await this.addresses.secretOf(person.id));
  }

  @Handle(contract.renewOwnFeed)
  async renew(@CurrentPerson() person: Principal): Promise<FeedAddress> {
    return this.addressOf(await this.addresses.renew(person.id));
  }

  /** @throws ProblemException `not-found` when there is no such feed */
  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    feed: KeptFeed | null,
    key: string,
    visibility: 'public' | 'private',
  ): void {
    if (!feed) throw new ProblemException('not-found');
    const { feeds } = this;
    this.lane.remember(request.url, { find: () => feeds.kept(key, visibility), visibility });
    const { status, headers, body } = answerFeed(request.headers, feed, visibility);
    void reply.status(status).headers(headers).send(body);
  }

  private addressOf(secret: string): FeedAddress {
    const url = `${this.origin}/feeds/personal/${secret}.ics`;
    return { url, webcalUrl: url.replace(/^https?:/, 'webcal:') };
  }
}
