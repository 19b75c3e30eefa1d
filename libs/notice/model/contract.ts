import { id, instant, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { noticeSettings, noticeSettingsChange } from './settings';

/** A notice as its reader sees it, in the language of the request. */
export const notice = z
  .object({
    id,
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    action: z.string().describe('The words of the link.'),
    link: z.string().nullable().describe('A path of the web.'),
    at: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof notice>;

/** How many notices are unread: what the bell shows, and every `unread` event of the stream. */
export const unreadCount = z.object({ unread: z.number().int() }).meta({ id: 'UnreadCount' });
export type UnreadCount = z.infer<typeof unreadCount>;

/** `GET /api/me/notices`: newest first. */
export const listNotices = operation({
  id: 'listNotices',
  method: 'GET',
  path: '/api/me/notices',
  summary: 'What one has been told, newest first, in the language of the request',
  permission: 'account.own',
  query: z.object({
    cursor: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
    unread: z.stringbool().default(false).describe('Only what is unread.'),
  }),
  responses: {
    200: z.object({
      items: z.array(notice),
      nextCursor: z.string().nullable(),
      unread: z.number().int().describe('How many are unread in all.'),
    }),
  },
});

/** `PUT /api/me/notices/{id}/reading`: one has been read, or is unread again. */
export const markNotice = operation({
  id: 'markNotice',
  method: 'PUT',
  path: '/api/me/notices/{id}/reading',
  summary: 'Marks a notice read or unread',
  permission: 'account.own',
  params: z.object({ id }),
  body: z.object({ read: z.boolean() }),
  responses: { 200: unreadCount },
});

/** `PUT /api/me/notices/reading`: all have been read. */
export const markAllNotices = operation({
  id: 'markAllNotices',
  method: 'PUT',
  path: '/api/me/notices/reading',
  summary: 'Marks all notices read, or those up to one of them',
  permission: 'account.own',
  body: z.object({
    read: z.literal(true),
    until: id.optional().describe('The newest that the reader has seen; later ones stay unread.'),
  }),
  responses: { 200: unreadCount },
});

/** `GET /api/me/notices/stream`: server-sent events. */
export const streamNotices = operation({
  id: 'streamNotices',
  method: 'GET',
  path: '/api/me/notices/stream',
  summary:
    'Notices as they come, as server-sent events: `notice` (a notice), `unread` (how many are unread), `reload` (more has happened than is told one by one). `Last-Event-ID`, or `since`, goes on where another stream ended',
  permission: 'account.own',
  query: z.object({ since: z.string().max(4_000).optional() }),
  responses: {
    200: { mediaType: 'text/event-stream', description: 'Events, until the sign-in ends.' },
  },
  problems: ['too-many-streams'],
});

/** `GET /api/me/notice-settings` */
export const getNoticeSettings = operation({
  id: 'getNoticeSettings',
  method: 'GET',
  path: '/api/me/notice-settings',
  summary: 'How one is told of things: in Luotsi, by e-mail, when',
  permission: 'account.own',
  responses: { 200: noticeSettings },
});

/** `PUT /api/me/notice-settings` */
export const changeNoticeSettings = operation({
  id: 'changeNoticeSettings',
  method: 'PUT',
  path: '/api/me/notice-settings',
  summary: 'Changes how one is told of things; what is left out stays as it is',
  permission: 'account.own',
  body: noticeSettingsChange,
  responses: { 200: noticeSettings },
  problems: ['notice-kind-unknown', 'notice-owed'],
});

const token = z.string().min(1).max(1_000);

/** What a letter's opt-out is about. */
export const mailChoice = z
  .object({
    kinds: z.array(z.object({ kind: z.string(), name: localised })),
    mail: z.boolean().describe('Whether any of them is still sent by e-mail.'),
  })
  .meta({ id: 'MailChoice' });

/** `GET /api/mail-choice`: what the link in a letter would turn off. */
export const getMailChoice = operation({
  id: 'getMailChoice',
  method: 'GET',
  path: '/api/mail-choice',
  summary: 'What a letter’s opt-out is about; the letter’s token is the right to ask',
  permission: 'account.enter',
  query: z.object({ token }),
  responses: { 200: mailChoice },
  problems: ['opt-out-unknown'],
});

/** `PUT /api/mail-choice`: off, or on again. */
export const changeMailChoice = operation({
  id: 'changeMailChoice',
  method: 'PUT',
  path: '/api/mail-choice',
  summary: 'Turns off, or on again, the mail that a letter is an example of',
  permission: 'account.enter',
  body: z.object({ token, mail: z.boolean() }),
  responses: { 200: mailChoice },
  problems: ['opt-out-unknown'],
});

/** `POST /unsubscribe`: one click in the mail program (RFC 8058). */
export const unsubscribe = operation({
  id: 'unsubscribe',
  method: 'POST',
  path: '/unsubscribe',
  summary: 'One click in the mail program turns off mail of a letter’s kinds (RFC 8058)',
  permission: 'account.enter',
  form: true,
  query: z.object({ token }),
  body: z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
  responses: { 204: null },
  problems: ['opt-out-unknown'],
});
