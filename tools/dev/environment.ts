import {
  type Configuration,
  readConfiguration,
} from '../../libs/platform/api/config/configuration.ts';
import { Failure } from './failure.mjs';

/** What a start goes by: the API's configuration, and whether the database is our own. */
export interface Environment {
  readonly configuration: Configuration;
  readonly embedded: boolean;
}

/**
 * Checks the environment with the API's own schema before anything slow is done.
 * @throws Failure naming every wrong value
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): Environment {
  const embedded = !environment['DATABASE_URL'];
  try {
    const configuration = readConfiguration({
      ...environment,
      ...(embedded ? { DATABASE_URL: 'postgresql://embedded' } : {}),
    });
    return { configuration, embedded };
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
