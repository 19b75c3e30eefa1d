import { Challenges } from '../passkeys/challenges';
import { PasskeySignIn } from '../passkeys/passkey-sign-in';
import { Passkeys } from '../passkeys/passkeys';
import { PasskeysController } from '../passkeys/passkeys.controller';
import { Admission } from './admission';
import { CodeLimit } from './code-limit';
import { Codes } from './codes';
import { HalfSignIns } from './half-sign-ins';
import { SecondStepLetters } from './letters';
import { OwnSecondStep } from './own-second-step';
import { Proof } from './proof';
import { SecondStepReset } from './reset';
import { SecondStepController } from './second-step.controller';

/** What identity's module takes in for one-time codes, recovery codes and passkeys. */
export const secondStepControllers = [SecondStepController, PasskeysController];
export const secondStepProviders = [
  Admission,
  Challenges,
  CodeLimit,
  Codes,
  HalfSignIns,
  OwnSecondStep,
  Passkeys,
  PasskeySignIn,
  Proof,
  SecondStepLetters,
  SecondStepReset,
];
