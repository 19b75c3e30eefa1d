import { v5 } from 'uuid';

/** Any UUID, for ever the same: the name space of identifiers that come from delivered keys. */
const NETWORK = '6f1c2c1e-6b0a-4a52-9d35-7d0b8a2f5c11';

/**
 * The identifier of a delivered group, the same in every installation.
 * @param key `elo-19` (ELO group of a region), `dg2` (development group of a theme), `elo-forum`
 */
export const groupId = (key: string): string => v5(`group:${key}`, NETWORK);

/** The identifier of a demonstration organisation, by its Finnish name. */
export const organisationId = (name: string): string => v5(`organisation:${name}`, NETWORK);
