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
import { Feeds } from './feeds';
import { PersonalFeeds } from './personal-feeds';
import { sendFeed } from './send-feed';

/** What calendars subscribe to. */
@Controller()
export class FeedsController {
  private readonly origin: string;

  constructor(
    private readonly feeds: Feeds,
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
    const feed = await this.feeds.ofCalendar(JSON.stringify(query), () => query);
    sendFeed(request, reply, feed, 'public');
  }

  @Handle(contract.getSessionFeed)
  async session(
    @Input() { params, query }: Received<typeof contract.getSessionFeed>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const feed = await this.feeds.ofSession(params.id, query.lang);
    if (!feed) throw new ProblemException('not-found');
    sendFeed(request, reply, feed, 'public');
  }

  @Handle(contract.getPersonalFeed)
  async personal(
    @Input() { params, query }: Received<typeof contract.getPersonalFeed>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const feed = await this.feeds.ofPerson(params.secret, query.lang);
    if (!feed) throw new ProblemException('not-found');
    reply.header('x-robots-tag', 'noindex');
    sendFeed(request, reply, feed, 'private');
  }

  @Handle(contract.getOwnFeed)
  async own(@CurrentPerson() person: Principal): Promise<FeedAddress> {
    return this.addressOf(await this.addresses.secretOf(person.id));
  }

  @Handle(contract.renewOwnFeed)
  async renew(@CurrentPerson() person: Principal): Promise<FeedAddress> {
    return this.addressOf(await this.addresses.renew(person.id));
  }

  private addressOf(secret: string): FeedAddress {
    const url = `${this.origin}/feeds/personal/${secret}.ics`;
    return { url, webcalUrl: url.replace(/^https?:/, 'webcal:') };
  }
}
