import { id, instant, localised } from '@luotsi/platform/model';
import * as z from 'zod';
import { enrolmentStep } from './enrolment';
import { enrolmentStatus } from './enrolment-status';
import { enrolmentNeeds } from './needs';

/** Someone enrolled, as the session's organiser knows them. */
const who = z.object({ id, name: z.string(), email: z.string() });

/** Someone in the list of the enrolled. */
export const participant = z
  .object({
    id: id.describe('Of the enrolment.'),
    person: who.nullable().describe('Null: the account has been deleted.'),
    status: enrolmentStatus,
    since: instant.describe('Since when it stands like this.'),
    position: z.number().int().min(1).optional().describe('Place on the waiting list; 1 is next.'),
    waitingSince: instant.optional().describe('On the waiting list: since when.'),
    offerExpires: instant.optional().describe('Until when an offered seat has to be taken.'),
    enrolledAt: instant.describe('The first step of it.'),
    region: z.string().nullable().describe('Where they say that they work; a code.'),
    regionConfirmed: z.boolean(),
    organisation: localised.nullable(),
    needs: enrolmentNeeds.optional().describe('Only for the session’s own organiser.'),
  })
  .meta({ id: 'Participant' });
export type Participant = z.infer<typeof participant>;

/** How many stand where. */
export const participantCounts = z
  .object({
    applied: z.number().int(),
    confirmed: z.number().int(),
    offered: z.number().int(),
    waitlisted: z.number().int(),
    declined: z.number().int(),
    cancelled: z.number().int(),
  })
  .meta({ id: 'ParticipantCounts' });

/** Someone with every step that brought them there. */
export const participantInFull = participant
  .extend({
    history: z
      .array(
        enrolmentStep.extend({
          byName: z
            .string()
            .nullable()
            .describe('Who took it for the organiser; null: the person, the service, or deleted.'),
        }),
      )
      .describe('The latest first.'),
    overlaps: z.boolean().describe('In another session at the same time.'),
  })
  .meta({ id: 'ParticipantInFull' });
export type ParticipantInFull = z.infer<typeof participantInFull>;

/** Someone who might be added. */
export const candidate = z
  .object({
    person: who,
    region: z.string().nullable(),
    status: enrolmentStatus.nullable().describe('How they stand in the session; null: not at all.'),
    overlaps: z.boolean().describe('In another session at the same time.'),
  })
  .meta({ id: 'Candidate' });
export type Candidate = z.infer<typeof candidate>;

/** What came of a deed to one of several. */
export const participantOutcome = z
  .object({
    id: id.nullable().describe('Of the enrolment; null where there is none.'),
    person: z.object({ id, name: z.string() }).nullable(),
    status: enrolmentStatus.nullable().describe('How they stand now.'),
    position: z.number().int().min(1).optional(),
    changed: z.boolean().describe('False: they stood like this before, or it was refused.'),
    refused: z
      .object({ type: z.string(), title: z.string(), detail: z.string().optional() })
      .optional()
      .describe('Why not: a problem.'),
    overlaps: z.boolean().optional().describe('Who was added is in another session meanwhile.'),
  })
  .meta({ id: 'ParticipantOutcome' });
export type ParticipantOutcome = z.infer<typeof participantOutcome>;
