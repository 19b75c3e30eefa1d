import { Module } from '@nestjs/common';
import { platformContract, platformProblems } from '@luotsi/platform/model';
import { Changes } from './database/changes';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { PlatformSettings1764000000000 } from './migrations/platform-settings';
import { OpenApiController } from './openapi/openapi.controller';
import type { Slice } from './slice';
import { Global } from '@nestjs/common';

/** What every slice may inject. */
@Global()
@Module({
  controllers: [HealthController, OpenApiController],
  providers: [Changes, Readiness],
  exports: [Changes, Readiness],
})
export class PlatformModule {}

/** The platform as the app lists it. */
export const platformSlice: Slice = {
  name: 'platform',
  module: PlatformModule,
  entities: [],
  migrations: [PlatformSettings1764000000000],
  operations: Object.values(platformContract),
  problems: platformProblems,
};
