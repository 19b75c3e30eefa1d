import { Controller, Req } from '@nestjs/common';
import { identityContract, type ReceivedFeedback } from '@luotsi/identity/model';
import { Handle, Input, ProblemException, RequestLanguage } from '@luotsi/platform/api';
import type { Language, Received } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import { CurrentPerson, type Principal } from '../principal';
import { AccessibilityFeedbackBox } from './accessibility-feedback';
import { FeedbackLimit } from './feedback-limit';

/** The channel that the law wants every accessibility statement to have. */
@Controller()
export class AccessibilityFeedbackController {
  constructor(
    private readonly box: AccessibilityFeedbackBox,
    private readonly limit: FeedbackLimit,
  ) {}

  @Handle(identityContract.giveAccessibilityFeedback)
  async give(
    @Input() { body }: Received<typeof identityContract.giveAccessibilityFeedback>,
    @Req() { ip }: FastifyRequest,
    @RequestLanguage() language: Language,
  ) {
    await this.limit.count(ip);
    return this.box.receive(body, language);
  }

  @Handle(identityContract.listAccessibilityFeedback)
  async list(@CurrentPerson() person: Principal) {
    return { items: await this.box.list(person.id) };
  }

  @Handle(identityContract.markFeedbackAnswered)
  async mark(
    @CurrentPerson() person: Principal,
    @Input() { params, body }: Received<typeof identityContract.markFeedbackAnswered>,
  ): Promise<ReceivedFeedback> {
    const marked = await this.box.mark(params.id, body.answered, person.id);
    if (!marked) throw new ProblemException('not-found');
    return marked;
  }
}
