import { Injectable } from '@nestjs/common';
import { FastLanes } from '@luotsi/platform/api';
import { LRUCache } from 'lru-cache';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerFeed } from './answer-feed';
import type { KeptFeed } from './kept-feed';

/** How many addresses are remembered, and how long one may be: a megabyte or two in all. */
const REMEMBERED = 5_000;
const LONGEST = 400;

/** How a feed that was asked for at an address is found again while it is kept. */
interface Remembered {
  readonly find: () => KeptFeed | undefined;
  readonly visibility: 'public' | 'private';
}

/**
 * Answers for feeds that are kept, past the framework: a calendar asks for the same address for
 * years. The address alone decides what is answered, so there is nobody to be signed in.
 */
@Injectable()
export class FeedLane {
  private readonly addresses = new LRUCache<string, Remembered>({ max: REMEMBERED });

  constructor(lanes: FastLanes) {
    lanes.add((request, response) => this.answer(request, response));
  }

  /** Remembers what an address leads to, after it has been answered the usual way. */
  remember(address: string, remembered: Remembered): void {
    if (address.length <= LONGEST && !this.addresses.has(address))
      this.addresses.set(address, remembered);
  }

  private answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { url, method } = request;
    if (!url?.startsWith('/feeds/') || (method !== 'GET' && method !== 'HEAD')) return false;
    const remembered = this.addresses.get(url);
    const feed = remembered?.find();
    if (!remembered || !feed) return false;
    const { status, headers, body } = answerFeed(request.headers, feed, remembered.visibility);
    response.writeHead(status, headers);
    response.end(method === 'HEAD' ? undefined : body);
    return true;
  }
}
