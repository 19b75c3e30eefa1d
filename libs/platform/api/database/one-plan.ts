/**
 * Prepared statements are planned once. PostgreSQL would plan them anew each time, since arrays make
 * it think that a plan for these very values is better; planning costs more than running them. The
 * one plan may be made while the tables are still empty, when reading them whole looks cheapest, and
 * would be kept while they grow: so these statements look up by key and index only.
 */
export const ONE_PLAN = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
] as const;
