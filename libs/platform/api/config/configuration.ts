import * as z from 'zod';
import { openIdProviders } from './open-id-provider.ts';
import { operator } from './operator.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LUOTSI_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((address) => new URL(address).origin)
    .optional(),
  LUOTSI_OPERATOR: operator.optional(),
  LUOTSI_OIDC: openIdProviders.default([]),
  LUOTSI_DEMONSTRATION: z.stringbool().default(false),
  /** False: this process adds jobs and letters but leaves doing and delivering to others. */
  LUOTSI_JOBS: z.stringbool().default(true),
  /** The mail server, `smtp://user:password@host:port`; without one, letters stay in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who letters are from: an address, or `Name <address>`. */
  LUOTSI_MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Everything the API is told from outside, validated at start. */
export type Configuration = z.output<typeof schema>;

/** Nest's token for the configuration. */
export const CONFIGURATION = Symbol('Configuration');

/**
 * Reads the configuration from the environment.
 * @throws Error naming every wrong value, one a line
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is wrong.\n${wrong.join('\n')}`);
}
