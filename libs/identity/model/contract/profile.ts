import { id, instant } from '@luotsi/platform/model';
import * as z from 'zod';

/** A person's name, as they write it: any letters, signs and emoji. */
export const personName = z.string().trim().min(1).max(200).meta({ id: 'PersonName' });

/** A language that a person works in: ISO 639 (`fi`, `sv`, `smn`). */
export const workingLanguage = z.string().regex(/^[a-z]{2,3}$/);

/** The code of a region (maakunta); which there are, the network knows. */
export const regionCode = z.string().regex(/^\d{2}$/);

/** A word of another slice's vocabulary: a sector, a kind of practitioner. */
export const word = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/);

/** What an organisation is called by those who work there. */
export const organisationName = z.string().trim().min(1).max(200);

/** Where a person works and as what, by their own word. */
export const affiliation = z
  .object({
    region: regionCode.nullable(),
    organisation: id.nullable().describe('One of the list.'),
    organisationNamed: organisationName
      .nullable()
      .describe(
        'What the person calls one that is not on the list yet; never beside `organisation`.',
      ),
    sector: word.nullable(),
    practitionerType: word.nullable().describe('A level of a competence framework.'),
  })
  .meta({ id: 'Affiliation' });
export type Affiliation = z.infer<typeof affiliation>;

/** What a coordinator has confirmed of it. */
export const confirmed = z.object({ region: z.boolean(), organisation: z.boolean() });

/** Where someone worked and as what, for as long as it was so. */
export const affiliationPeriod = affiliation
  .extend({ id, confirmed, validFrom: instant, validTo: instant.nullable() })
  .meta({ id: 'AffiliationPeriod' });
export type AffiliationPeriod = z.infer<typeof affiliationPeriod>;

/** What someone has told of themselves, and what a coordinator has confirmed of it. */
export const profile = affiliation
  .extend({
    email: z.string(),
    languages: z.array(workingLanguage).describe('The languages that the person works in.'),
    confirmed,
    version: z.string().describe('Sent back with a change, so that nobody’s change is lost.'),
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof profile>;
