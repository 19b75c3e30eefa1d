import { Controller, Res } from '@nestjs/common';
import { assessmentContract } from '@luotsi/assessment/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { AnswerAssessment } from './answer-assessment';
import { listOwn, readOwnWithAnswers } from './own-assessments';
import { ReadReport } from './read-report';

/** Assessments of oneself: everyone sees and changes only their own. */
@Controller()
export class AssessmentsController {
  constructor(
    private readonly database: DataSource,
    private readonly answering: AnswerAssessment,
    private readonly reports: ReadReport,
  ) {}

  @Handle(assessmentContract.startAssessment)
  async start(
    @CurrentPerson() person: Principal,
    @Input() { body }: Received<typeof assessmentContract.startAssessment>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { started, assessment } = await this.answering.start(person.id, body);
    void reply.status(started ? 201 : 200);
    return assessment;
  }

  @Handle(assessmentContract.listAssessments)
  async list(@CurrentPerson() person: Principal) {
    return { items: await listOwn(this.database.manager, person.id) };
  }

  @Handle(assessmentContract.getAssessment)
  one(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof assessmentContract.getAssessment>,
  ) {
    return readOwnWithAnswers(this.database.manager, person.id, params.id);
  }

  @Handle(assessmentContract.saveAnswers)
  save(
    @CurrentPerson() person: Principal,
    @Input() { params, body }: Received<typeof assessmentContract.saveAnswers>,
  ) {
    return this.answering.save(person.id, params.id, body.answers, Date.now());
  }

  @Handle(assessmentContract.completeAssessment)
  complete(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof assessmentContract.completeAssessment>,
  ) {
    return this.answering.complete(person.id, params.id);
  }

  @Handle(assessmentContract.getReport)
  report(
    @CurrentPerson() person: Principal,
    @Input() { params, query }: Received<typeof assessmentContract.getReport>,
  ) {
    return this.reports.of(person.id, params.id, query.level);
  }
}
