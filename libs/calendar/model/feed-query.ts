import { language } from '@luotsi/platform/model';
import * as z from 'zod';
import { sessionFilters } from './session-filters';

/** The address of a feed, for calendars that ask over https and for those that know `webcal:`. */
export const feedAddress = z
  .object({ url: z.url(), webcalUrl: z.string() })
  .meta({ id: 'FeedAddress' });
export type FeedAddress = z.infer<typeof feedAddress>;

/** What narrows the public feed, and the language its texts are in. */
export const feedQuery = sessionFilters.extend({
  lang: language.default('fi').describe('The language of the feed’s texts.'),
});
export type FeedQuery = z.output<typeof feedQuery>;
