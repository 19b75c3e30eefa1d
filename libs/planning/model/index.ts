/** From needs to sessions: the annual plan of the country. */
export * from './contract';
export * as planningContract from './contract';
export * from './plan';
export * from './plan-access';
export * from './plan-rules';
export * from './problems';
