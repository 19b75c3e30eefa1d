import { Module } from '@nestjs/common';
import { CalendarModule } from '@luotsi/calendar/api';
import { FrameworkModule } from '@luotsi/framework/api';
import type { Slice } from '@luotsi/platform/api';
import { programmeContract, programmeProblems } from '@luotsi/programme/model';
import { ContactPeriods } from './contact-periods';
import { loadDemonstration } from './demonstration';
import { ContactSessions1764000600020 } from './migrations/contact-sessions';
import { ProgrammeSchema1764000500000 } from './migrations/programme-schema';
import { programmeData, programmeRetention } from './personal-data';
import { ProgrammePages } from './programme-pages';
import { ProgrammeController } from './programme.controller';
import { ProgressKeeper } from './progress-keeper';
import { ProgressController } from './progress.controller';
import { loadReference } from './reference/load-reference';

export { readUnitsForCompetences, type UnitForCompetence } from './units-for-competences';

/** How the coaching programme is kept. */
@Module({
  imports: [CalendarModule, FrameworkModule],
  controllers: [ProgrammeController, ProgressController],
  providers: [ContactPeriods, ProgrammePages, ProgressKeeper],
})
export class ProgrammeModule {}

/** The programme as the app lists it. */
export const programmeSlice: Slice = {
  name: 'programme',
  about: 'The coaching programme and one’s progress in it.',
  module: ProgrammeModule,
  entities: [],
  migrations: [ProgrammeSchema1764000500000, ContactSessions1764000600020],
  operations: Object.values(programmeContract),
  problems: programmeProblems,
  reference: (manager) => loadReference(manager),
  demonstration: loadDemonstration,
  personalData: programmeData,
  retention: programmeRetention,
};
