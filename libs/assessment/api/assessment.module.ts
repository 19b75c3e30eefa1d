import { Module } from '@nestjs/common';
import { assessmentContract, assessmentProblems } from '@luotsi/assessment/model';
import { CalendarModule } from '@luotsi/calendar/api';
import { FrameworkModule } from '@luotsi/framework/api';
import type { Slice } from '@luotsi/platform/api';
import { operationsOf } from '@luotsi/platform/model';
import { AnswerAssessment } from './answer-assessment';
import { AssessmentsController } from './assessments.controller';
import { demonstration } from './demonstration/demonstration';
import { Assessments1764000600000 } from './migrations/assessments';
import { assessmentData, assessmentRetention } from './personal-data';
import { NextSteps } from './next-steps';
import { ReadReport } from './read-report';

/** The assessment's controllers, and what answers them. */
@Module({
  imports: [FrameworkModule, CalendarModule],
  controllers: [AssessmentsController],
  providers: [AnswerAssessment, ReadReport, NextSteps],
})
export class AssessmentModule {}

/** Assessment of oneself as the app lists it. */
export const assessmentSlice: Slice = {
  name: 'assessment',
  about: 'Assessing one’s own competence: answers, report, what to do next.',
  module: AssessmentModule,
  entities: [],
  migrations: [Assessments1764000600000],
  operations: operationsOf(assessmentContract),
  problems: assessmentProblems,
  demonstration,
  personalData: assessmentData,
  retention: assessmentRetention,
};
