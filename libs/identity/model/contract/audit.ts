import { date, id, instant, operation, pageOf } from '@luotsi/platform/model';
import * as z from 'zod';
import { auditActionNames } from '../audit';

const action = z.enum(auditActionNames);
const facts = z
  .record(z.string(), z.unknown())
  .describe(
    'What else is worth knowing: `role`, `scope`, `title`, `count`, `fields`, `provider` …',
  );

/** Someone in the log; the name is null when the account has been deleted. */
const auditPerson = z.object({ id, name: z.string().nullable() }).meta({ id: 'AuditPerson' });

/** One entry of the audit log. */
export const auditEntry = z
  .object({
    id,
    at: instant,
    action,
    actor: auditPerson.nullable().describe('Who did it; null for the service itself.'),
    subjects: z.array(auditPerson).describe('Whose data it concerns; the first five.'),
    subjectCount: z.int(),
    facts,
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

/** An entry as the person it concerns sees it: nothing of the others that it concerns. */
export const ownAuditEntry = z
  .object({
    id,
    at: instant,
    action,
    own: z.boolean().describe('Whether the person did it themselves.'),
    actor: z
      .object({ name: z.string().nullable() })
      .nullable()
      .describe('Who did it; null for the service itself and for who is not known.'),
    facts,
  })
  .meta({ id: 'OwnAuditEntry' });
export type OwnAuditEntry = z.infer<typeof ownAuditEntry>;

/** Where a page of the log goes on: `time_id` in base64url. */
const cursor = z
  .string()
  .max(120)
  .regex(/^[\w-]+$/);

const filters = {
  action: z
    .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(action).max(60))
    .describe('Only these actions.'),
  person: id.optional().describe('Entries that someone made or that concern them.'),
  actor: id.optional().describe('Entries that someone made.'),
  who: z
    .string()
    .trim()
    .min(2)
    .max(100)
    .optional()
    .describe('The same by beginnings of name or e-mail address.'),
  from: date.optional().describe('From this day on, in the time of Helsinki.'),
  to: date.optional().describe('To the end of this day.'),
};

/** What the log is narrowed by. */
export const auditQuery = z.object({
  ...filters,
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AuditQuery = z.output<typeof auditQuery>;

/** `GET /api/audit`: latest first. Reading it is an entry of its own. */
export const listAudit = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what to whose data: all of it, or of the members of one’s own groups',
  permission: 'audit.read',
  query: auditQuery,
  responses: { 200: pageOf(auditEntry) },
});

/** `GET /api/audit/export`: the same as CSV, 20,000 lines at most. An entry of its own, too. */
export const exportAudit = operation({
  id: 'exportAudit',
  method: 'GET',
  path: '/api/audit/export',
  summary: 'The audit log as CSV, narrowed by the same filters',
  permission: 'audit.read',
  query: z.object(filters),
  responses: {
    200: { mediaType: 'text/csv', description: 'Semicolons, UTF-8 with a mark, words for people.' },
  },
});

/** `GET /api/me/audit`: what has been done with one’s own data, by others unless `all`. */
export const listOwnAudit = operation({
  id: 'listOwnAudit',
  method: 'GET',
  path: '/api/me/audit',
  summary: 'Who has looked at or changed one’s own data, and when',
  permission: 'account.own',
  query: z.object({
    by: z.enum(['others', 'all']).default('others'),
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  responses: { 200: pageOf(ownAuditEntry) },
});
