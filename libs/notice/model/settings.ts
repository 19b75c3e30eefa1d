import { localised } from '@luotsi/platform/model';
import * as z from 'zod';

/** A time of day by Finland's clocks: `07:30`. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ id: 'TimeOfDay', example: '07:30' });

const rhythm = {
  bundleAt: timeOfDay
    .nullable()
    .describe('One letter a day with everything, at this time in Finland; null: as they come.'),
  quiet: z
    .object({ from: timeOfDay, until: timeOfDay })
    .refine(({ from, until }) => from !== until, {
      path: ['until'],
      params: { problem: 'quiet-hours-empty' },
    })
    .nullable()
    .describe('No mail between these times in Finland; null: at any time.'),
};

const choice = {
  kind: z.string().min(1).max(100),
  app: z.boolean().describe('Listed in Luotsi.'),
  mail: z.boolean().describe('Sent by e-mail.'),
};

/** How someone is told of things. */
export const noticeSettings = z
  .object({
    kinds: z.array(
      z.object({
        ...choice,
        name: localised,
        owed: localised.nullable().describe('Why it can’t be turned off; null where it can.'),
      }),
    ),
    ...rhythm,
  })
  .meta({ id: 'NoticeSettings' });
export type NoticeSettings = z.infer<typeof noticeSettings>;

/** A change of it: what is left out stays as it is. */
export const noticeSettingsChange = z
  .object({ kinds: z.array(z.object(choice)).max(200), ...rhythm })
  .partial()
  .meta({ id: 'NoticeSettingsChange' });
export type NoticeSettingsChange = z.infer<typeof noticeSettingsChange>;
