import { id, instant, timeZone } from '@luotsi/platform/model';
import * as z from 'zod';
import { material } from './session-organised';

/** What those who have a seat are given, and nobody else. */
export const forEnrolled = z
  .object({
    rooms: z
      .array(z.object({ meetingId: id, start: instant, end: instant, timeZone, link: z.string() }))
      .describe('The online rooms of meetings that are not over, in order of start.'),
    materials: z.array(material),
  })
  .meta({ id: 'ForEnrolled' });
export type ForEnrolled = z.infer<typeof forEnrolled>;
