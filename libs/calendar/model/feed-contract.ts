import { id, language, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { feedAddress, feedQuery } from './feed-query';

const stream = { mediaType: 'text/calendar', description: 'An iCalendar stream (RFC 5545).' };

/** `GET /feeds/calendar.ics`: the national calendar to subscribe to. */
export const getCalendarFeed = operation({
  id: 'getCalendarFeed',
  method: 'GET',
  path: '/feeds/calendar.ics',
  summary: 'The national calendar, narrowed with the list’s filters, to subscribe to',
  permission: 'public.read',
  query: feedQuery,
  responses: { 200: stream, 304: null },
});

/** `GET /feeds/sessions/{id}.ics`: one session. */
export const getSessionFeed = operation({
  id: 'getSessionFeed',
  method: 'GET',
  path: '/feeds/sessions/{id}.ics',
  summary: 'One session to add to a calendar',
  permission: 'public.read',
  params: z.object({ id }),
  query: z.object({ lang: language.default('fi') }),
  responses: { 200: stream, 304: null },
});

/** `GET /feeds/personal/{secret}.ics`: a person's own sessions; the secret is the only key. */
export const getPersonalFeed = operation({
  id: 'getPersonalFeed',
  method: 'GET',
  path: '/feeds/personal/{secret}.ics',
  summary: 'A person’s own sessions, at an address only that person knows',
  permission: 'public.read',
  params: z.object({ secret: z.string().regex(/^[\w-]{20,64}$/) }),
  query: z.object({ lang: language.optional() }),
  responses: { 200: stream, 304: null },
});

/** `GET /api/me/feed`: where one's own feed is. */
export const getOwnFeed = operation({
  id: 'getOwnFeed',
  method: 'GET',
  path: '/api/me/feed',
  summary: 'The address of one’s own calendar feed',
  permission: 'account.own',
  responses: { 200: feedAddress },
});

/** `POST /api/me/feed/renewal`: a new address; the old one answers 404 from then on. */
export const renewOwnFeed = operation({
  id: 'renewOwnFeed',
  method: 'POST',
  path: '/api/me/feed/renewal',
  summary: 'Gives one’s own feed a new address and ends the old one',
  permission: 'account.own',
  responses: { 200: feedAddress },
});
