import {
  feedbackState,
  getAfterSession,
  getFeedback,
  giveFeedback,
  listFeedbackRequests,
} from '@luotsi/calendar/model';
import { Credentials } from '@luotsi/credential/api';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { requireOrganiser } from '../organise/organisers';
import { FeedbackDesk } from './feedback-desk';
import { FeedbackReader } from './read-feedback';

/** How sessions were: asked of those who were there, told to their organisers as figures. */
@Controller()
export class FeedbackController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly desk: FeedbackDesk,
    private readonly reader: FeedbackReader,
  ) {}

  @Handle(giveFeedback)
  give(
    @Input() { params, body }: Received<typeof giveFeedback>,
    @CurrentPerson() person: Principal,
  ): Promise<void> {
    return this.desk.take(params.id, person.id, body);
  }

  @Handle(getFeedback)
  async figures(
    @Input() { params }: Received<typeof getFeedback>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getFeedback>> {
    await requireOrganiser(this.database.manager, person, params.id);
    return this.reader.figures(params.id);
  }

  @Handle(getAfterSession)
  async after(
    @Input() { params }: Received<typeof getAfterSession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getAfterSession>> {
    const { manager } = this.database;
    const standing = await this.desk.standing(manager, params.id, person.id);
    const feedback = feedbackState(standing, standing.now);
    const [held] = await Credentials.held(manager, 'attendance', params.id, person.id);
    return {
      feedback,
      until: feedback === 'open' ? standing.until : null,
      certificate: held ? { id: held.id, code: held.code } : null,
    };
  }

  @Handle(listFeedbackRequests)
  async requests(@CurrentPerson() person: Principal): Promise<Answer<typeof listFeedbackRequests>> {
    return { items: await this.reader.requests(person.id) };
  }
}
