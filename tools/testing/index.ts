/** What tests of the API stand on: a real PostgreSQL and the real application. */
export { Actor, type ActorAnswer } from './actor';
export { testApp, testDatabase, type TestApp, type TestAppOptions } from './application';
export type { PostedLetter } from './letters';
export { oneTimeCode } from './one-time-code';
export { TestPasskey, type Mischief } from './test-passkey';
export { openIdProvider, type TestProvider } from './open-id-provider';
export { eventually } from './eventually';
export { withinHalfMinute } from './half-minute';
export { freshDatabase, type TestDatabase } from './database';
export {
  readMail,
  testMailServer,
  type ArrivingMail,
  type Manner,
  type TakenMail,
  type TestMailServer,
} from './mail-server';
