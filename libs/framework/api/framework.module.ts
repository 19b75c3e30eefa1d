import { Global, Module } from '@nestjs/common';
import { frameworkContract, frameworkProblems } from '@luotsi/framework/model';
import { PractitionerTypes } from '@luotsi/identity/api';
import type { Slice } from '@luotsi/platform/api';
import { FrameworkPractitionerTypes } from './framework-practitioner-types';
import { FrameworksController } from './frameworks.controller';
import { loadFramework } from './load-framework';
import { Frameworks1764000300000 } from './migrations/frameworks';
import { VersionOfFramework1764000300001 } from './migrations/version-of-framework';
import { ReadFrameworks } from './read-frameworks';
import nice from './reference/nice.json' with { type: 'json' };

/** The frameworks, whose words every other slice may read. */
@Global()
@Module({
  controllers: [FrameworksController],
  providers: [ReadFrameworks, { provide: PractitionerTypes, useClass: FrameworkPractitionerTypes }],
  exports: [ReadFrameworks, PractitionerTypes],
})
export class FrameworkModule {}

/** Competence frameworks as the app lists them; the one based on the NICE roles is delivered. */
export const frameworkSlice: Slice = {
  name: 'framework',
  about: 'Competence frameworks, which everything is tagged with.',
  module: FrameworkModule,
  entities: [],
  migrations: [Frameworks1764000300000, VersionOfFramework1764000300001],
  operations: [frameworkContract.listFrameworks, frameworkContract.getFramework],
  problems: frameworkProblems,
  reference: async (manager) => {
    await loadFramework(manager, nice);
  },
};
