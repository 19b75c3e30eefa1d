import type { Provider, Type } from '@nestjs/common';
import { AddressAnswer } from './address-change/address-answer';
import { AddressChange } from './address-change/address-change';
import { AddressChangeController } from './address-change/address-change.controller';
import { DepartureLimit } from './limits/departure-limit';
import { GuessLimits } from './limits/guess-limits';
import { LetterLimit } from './limits/letter-limit';
import { LimitKeys } from './limits/limit-keys';
import { MailLinks } from './mail-link/mail-links';
import { OwnSignInsController } from './own-sessions/own-sign-ins.controller';
import { CommonPasswordLists } from './password/common-passwords';
import { PasswordChange } from './password/password-change';
import { PasswordController } from './password/password.controller';
import { PasswordKeeping } from './password/password-keeping';
import { PasswordReset } from './password/password-reset';
import { Passwords } from './password/passwords';
import { KnownBrowsers } from './session/known-browsers';
import { SignUp } from './sign-up/sign-up';
import { SignUpController } from './sign-up/sign-up.controller';
import { Verification } from './sign-up/verification';

/** Accounts as the module lists them: registering, passwords, addresses, own sign-ins. */
export const accountControllers: readonly Type[] = [
  AddressChangeController,
  OwnSignInsController,
  PasswordController,
  SignUpController,
];

export const accountProviders: readonly Provider[] = [
  AddressAnswer,
  AddressChange,
  CommonPasswordLists,
  DepartureLimit,
  KnownBrowsers,
  GuessLimits,
  LetterLimit,
  LimitKeys,
  MailLinks,
  PasswordChange,
  PasswordKeeping,
  PasswordReset,
  Passwords,
  SignUp,
  Verification,
];
