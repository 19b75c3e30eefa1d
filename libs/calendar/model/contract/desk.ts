import { id, instant, localised, operation, pageOf } from '@luotsi/platform/model';
import * as z from 'zod';
import { deskItem, deskStates, deskTask, deskTaskKind } from '../desk';

/** What a desk is narrowed by, and where its page begins. */
export const deskQuery = z.object({
  state: z.enum(deskStates).default('open'),
  whose: z
    .enum(['own', 'all'])
    .default('own')
    .describe('`all`: everybody’s, for whom acts for everybody; else the same as `own`.'),
  organiser: id.optional().describe('Of this group or organisation alone.'),
  task: deskTaskKind.optional().describe('Only what asks for this.'),
  q: z.string().trim().max(100).optional().describe('Words, as in the calendar’s search.'),
  cursor: z.string().max(200).optional().describe('`nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});
export type DeskQuery = z.output<typeof deskQuery>;

/** `GET /api/organised-sessions`: drafts first, then postponed ones, then by start; past ones latest first. */
export const listOrganisedSessions = operation({
  id: 'listOrganisedSessions',
  method: 'GET',
  path: '/api/organised-sessions',
  summary: 'The sessions one organises or coaches: how full they are, and what needs doing first',
  permission: 'session.organise',
  query: deskQuery,
  responses: {
    200: pageOf(deskItem).extend({
      first: z
        .array(
          deskTask.extend({
            session: z.object({ id, title: localised, starts: instant.nullable() }),
          }),
        )
        .describe('What needs doing first, of all that one organises.'),
      tasks: z.number().int().describe('How many things need doing.'),
      outlines: z
        .array(z.object({ id, title: localised, author: z.string().nullable(), asked: instant }))
        .describe('Outlines that their writers ask to have published; for those who may.'),
      counts: z
        .object({
          draft: z.number().int(),
          published: z.number().int(),
          postponed: z.number().int(),
          held: z.number().int(),
          cancelled: z.number().int(),
        })
        .describe('How many there are in each state, without the other filters.'),
      organisers: z
        .array(z.object({ id, name: localised }))
        .describe('Whose sessions they are, for narrowing; 100 at most.'),
    }),
  },
  problems: ['cursor-unknown'],
});
