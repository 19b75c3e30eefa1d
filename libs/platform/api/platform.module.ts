import { Module } from '@nestjs/common';
import { cancelJob, getJob, platformContract, platformProblems } from '@luotsi/platform/model';
import { Changes } from './database/changes';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { Jobs } from './jobs/jobs';
import { Delivery } from './mail/delivery/delivery';
import { MailClock } from './mail/delivery/mail-clock';
import { Mail } from './mail/mail';
import { JobsAndMail1764000000010 } from './migrations/jobs-and-mail';
import { MailPutOff1764000000020 } from './migrations/mail-put-off';
import { PlatformSettings1764000000000 } from './migrations/platform-settings';
import { OpenApiController } from './openapi/openapi.controller';
import { platformPersonalData, platformRetention } from './personal-data';
import type { Slice } from './slice';
import { Global } from '@nestjs/common';

/** What every slice may inject. */
@Global()
@Module({
  controllers: [HealthController, OpenApiController],
  providers: [Changes, Delivery, Jobs, Mail, MailClock, Readiness],
  exports: [Changes, Jobs, Mail, Readiness],
})
export class PlatformModule {}

/** The platform as the app lists it. */
export const platformSlice: Slice = {
  name: 'platform',
  about: 'The service itself: what it is, whether it answers, work in the background.',
  module: PlatformModule,
  entities: [],
  migrations: [PlatformSettings1764000000000, JobsAndMail1764000000010, MailPutOff1764000000020],
  operations: [...Object.values(platformContract), getJob, cancelJob],
  problems: platformProblems,
  personalData: platformPersonalData,
  retention: platformRetention,
};
