import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { appConnection, CONFIGURATION, type Configuration } from '@luotsi/platform/api';
import { Pool } from 'pg';
import { accountControllers, accountProviders } from './accounts';
import { Authentication } from './authentication';
import { JobsController } from './jobs/jobs.controller';
import { Attempts } from './open-id/attempts';
import { Entrance } from './open-id/entrance';
import { Links } from './open-id/links';
import { OpenIdController } from './open-id/open-id.controller';
import { OpenIdProviders } from './open-id/providers';
import { OpenIdSignIn } from './open-id/sign-in';
import { MeController } from './people/me.controller';
import { peopleControllers, peopleProviders } from './people/parts';
import { ReadPeople } from './people/read-people';
import { privacyControllers, privacyProviders } from './privacy/parts';
import { GuessLimits } from './limits/guess-limits';
import { PermissionGuard } from './permission.guard';
import { secondStepControllers, secondStepProviders } from './second-step/second-step.providers';
import { AUTH, createAuth } from './session/better-auth';
import { SessionOpening } from './session/session-opening';
import { SessionRenewal } from './session/session-renewal';
import { Sessions } from './session/sessions';
import { SignIn } from './sign-in/sign-in';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInLimit } from './sign-in/sign-in-limit';
import { AccessibilityFeedbackBox } from './statements/accessibility-feedback';
import { AccessibilityFeedbackController } from './statements/accessibility-feedback.controller';
import { FeedbackLimit } from './statements/feedback-limit';

/** The few connections that better-auth works with: it names its tables without their schema. */
const AUTH_POOL = Symbol('AuthPool');

/** Accounts, signing in, roles and privacy; every request of any slice asks here who it is from. */
@Global()
@Module({
  controllers: [
    ...peopleControllers,
    ...privacyControllers,
    ...accountControllers,
    SignInController,
    MeController,
    JobsController,
    OpenIdController,
    AccessibilityFeedbackController,
    ...secondStepControllers,
  ],
  providers: [
    ...peopleProviders,
    ...privacyProviders,
    {
      provide: AUTH_POOL,
      inject: [CONFIGURATION],
      useFactory: ({ DATABASE_URL }: Configuration) =>
        new Pool({
          ...appConnection(DATABASE_URL, 'luotsi sign-in', ['search_path=identity']),
          max: 4,
          connectionTimeoutMillis: 5_000,
        }).on('error', () => undefined),
    },
    {
      provide: AUTH,
      inject: [AUTH_POOL, getDataSourceToken(), CONFIGURATION],
      useFactory: createAuth,
    },
    ...accountProviders,
    Sessions,
    SessionOpening,
    SessionRenewal,
    OpenIdProviders,
    OpenIdSignIn,
    Attempts,
    Entrance,
    Links,
    AccessibilityFeedbackBox,
    FeedbackLimit,
    SignIn,
    SignInLimit,
    ...secondStepProviders,
    { provide: Authentication, useExisting: Sessions },
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [Authentication, GuessLimits, ReadPeople],
})
export class IdentityModule implements OnApplicationShutdown {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
