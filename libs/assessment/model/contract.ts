import { enrolled, sessionItem } from '@luotsi/calendar/model';
import { competenceCode, framework, statementId } from '@luotsi/framework/model';
import { id, idParams, instant, listOf, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { answer, answerSent } from './answer';

const frameworkId = framework.shape.id;
const levelId = z.string().max(40).nullable().describe('The kind of practitioner one compares to.');
const count = z.int().min(0);

/** An assessment among one's own. */
export const assessmentItem = z
  .object({
    id,
    framework: frameworkId,
    version: z.int(),
    name: localised.describe('The framework’s name.'),
    level: levelId,
    startedAt: instant,
    completedAt: instant.nullable().describe('Null while it is unfinished.'),
    answered: count.describe('Statements with a value or with “not part of my work”.'),
    statements: count,
  })
  .meta({ id: 'AssessmentItem' });
export type AssessmentItem = z.infer<typeof assessmentItem>;

/** An assessment with its answers. */
export const assessment = assessmentItem
  .extend({ answers: z.array(answer) })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof assessment>;

const value = z.number().nullable();

/** One competence in the report. */
export const competenceResult = z
  .object({
    code: competenceCode,
    score: value.describe('Mean of the answers; null when too few are given.'),
    goal: value,
    target: value.describe('What is proposed for the level; never a pass mark.'),
    toTarget: value.describe('Score less target.'),
    previousScore: value,
    change: value.describe('Score less the previous score.'),
    answered: count,
    notApplicable: count,
    unanswered: count,
  })
  .meta({ id: 'CompetenceResult' });

/** A session that develops a competence, open for enrolment, with one's own enrolment in it. */
export const nextSession = z
  .object({ session: sessionItem, enrolment: enrolled.nullable() })
  .meta({ id: 'NextSession' });
export type NextSession = z.infer<typeof nextSession>;

/** A unit of a programme that develops a competence. */
export const nextUnit = z
  .object({
    id: z.string(),
    title: localised,
    programme: z.string(),
    moduleTitle: localised,
    minutes: count.describe('Reading time.'),
    activities: z.array(id).describe('Done when one’s own progress has all of them.'),
  })
  .meta({ id: 'NextUnit' });
export type NextUnit = z.infer<typeof nextUnit>;

/** A gap: how wide, measured to what, and the statements that make it, the widest first. */
export const reportGap = z
  .object({
    code: competenceCode,
    size: z.number(),
    basis: z.enum(['goal', 'target']).describe('To one’s own goal, or to the level’s target.'),
    statements: z.array(z.object({ statement: statementId, current: z.int(), aim: z.int() })),
    sessions: z.array(nextSession).describe('The soonest that one can still enrol in.'),
    units: z.array(nextUnit),
  })
  .meta({ id: 'ReportGap' });
export type ReportGap = z.infer<typeof reportGap>;

/** The report of a completed assessment. */
export const report = z
  .object({
    assessment: assessmentItem,
    level: levelId,
    competences: z.array(competenceResult),
    strengths: z.array(competenceCode).describe('Above one’s own mean, the best first.'),
    gaps: z.array(reportGap).describe('The widest first.'),
    previous: assessmentItem
      .pick({ id: true, version: true, completedAt: true })
      .nullable()
      .describe('The completed assessment before this one, of the same framework.'),
  })
  .meta({ id: 'AssessmentReport' });
export type Report = z.infer<typeof report>;

/** `POST /api/assessments`: an unfinished one of the same framework is continued (200). */
export const startAssessment = operation({
  id: 'startAssessment',
  method: 'POST',
  path: '/api/assessments',
  summary: 'Starts an assessment of oneself, or continues the unfinished one',
  permission: 'assessment.own',
  body: z.strictObject({
    framework: frameworkId.default('nice'),
    level: levelId.optional().describe('Left out: stays as it is.'),
  }),
  responses: { 201: assessment, 200: assessment },
  problems: ['framework-unknown', 'level-unknown'],
});

/** `GET /api/assessments`: one's own, the latest first. */
export const listAssessments = operation({
  id: 'listAssessments',
  method: 'GET',
  path: '/api/assessments',
  summary: 'One’s own assessments, the latest first',
  permission: 'assessment.own',
  responses: { 200: listOf(assessmentItem) },
});

/** `GET /api/assessments/{id}`: one's own with its answers; another's does not exist. */
export const getAssessment = operation({
  id: 'getAssessment',
  method: 'GET',
  path: '/api/assessments/{id}',
  summary: 'One of one’s own assessments with its answers',
  permission: 'assessment.own',
  params: idParams,
  responses: { 200: assessment },
});

/** `PATCH /api/assessments/{id}/answers`: all of them are kept, or none. */
export const saveAnswers = operation({
  id: 'saveAnswers',
  method: 'PATCH',
  path: '/api/assessments/{id}/answers',
  summary: 'Saves answers; one that is older than what is kept changes nothing',
  permission: 'assessment.own',
  params: idParams,
  body: z.strictObject({ answers: z.array(answerSent).min(1).max(200) }),
  responses: {
    200: z.object({
      answers: z.array(answer).describe('The statements that were sent, as they now stand.'),
      answered: count,
    }),
  },
  problems: [
    'assessment-completed',
    'statement-unknown',
    'value-off-scale',
    'goal-without-answer',
    'goal-below-current',
  ],
});

/** `POST /api/assessments/{id}/completion`: from then on it never changes. Twice is once. */
export const completeAssessment = operation({
  id: 'completeAssessment',
  method: 'POST',
  path: '/api/assessments/{id}/completion',
  summary: 'Completes an assessment; what is left unanswered is said',
  permission: 'assessment.own',
  params: idParams,
  responses: {
    200: z.object({ id, completedAt: instant, unanswered: z.array(statementId) }),
  },
  problems: ['too-few-answers'],
});

/** `GET /api/assessments/{id}/report` */
export const getReport = operation({
  id: 'getAssessmentReport',
  method: 'GET',
  path: '/api/assessments/{id}/report',
  summary: 'Scores, change, strengths, and gaps with what develops them',
  permission: 'assessment.own',
  params: idParams,
  query: z.object({
    level: z
      .string()
      .max(40)
      .optional()
      .describe('Compare to this level instead of the one chosen; `none`: to none.'),
  }),
  responses: { 200: report },
  problems: ['assessment-unfinished', 'level-unknown'],
});
