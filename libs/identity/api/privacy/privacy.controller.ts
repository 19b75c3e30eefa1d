import { Controller, Req, Res } from '@nestjs/common';
import {
  identityContract as contract,
  type OwnPrivacy,
  type RetentionKind,
  type RetentionRun,
} from '@luotsi/identity/model';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPerson, type Principal } from '../principal';
import { Proof } from '../second-step/proof';
import { Copies } from './copy/copies';
import { Deletions, type Waiting } from './deletion/deletions';
import { OwnPrivacyPage } from './own-privacy';
import { Retention } from './retention/retention';

/** What someone may ask about what is kept of them, and how long it is. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly copies: Copies,
    private readonly deletions: Deletions,
    private readonly page: OwnPrivacyPage,
    private readonly proof: Proof,
    private readonly retention: Retention,
  ) {}

  @Handle(contract.getOwnPrivacy)
  own(@CurrentPerson() person: Principal): Promise<OwnPrivacy> {
    return this.page.read(person.id);
  }

  @Handle(contract.requestOwnData)
  async request(@CurrentPerson() person: Principal): Promise<{ job: string }> {
    return { job: await this.copies.request(person.id, person.language) };
  }

  @Handle(contract.downloadOwnData)
  async download(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof contract.downloadOwnData>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const copy = await this.copies.download(person.id, params.id);
    if (!copy) throw new ProblemException('not-found');
    void reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${copy.fileName}"`)
      .send(copy.content);
  }

  @Handle(contract.deleteMe)
  async leave(
    @CurrentPerson() person: Principal,
    @Input() { body }: Received<typeof contract.deleteMe>,
    @Req() request: FastifyRequest,
  ): Promise<Waiting> {
    // It waits a week and is told by letter: a sign-in of a moment ago is proof enough.
    const proof = await this.proof.ask(person.id, body.password, request, 'fresh');
    if (isRefusal(proof)) throw ProblemException.of(proof);
    const waiting = await this.deletions.ask(person.id);
    if (isRefusal(waiting)) throw ProblemException.of(waiting);
    return waiting;
  }

  @Handle(contract.keepMe)
  async stay(@CurrentPerson() person: Principal): Promise<void> {
    await this.deletions.withdraw(person.id);
  }

  @Handle(contract.listRetention)
  kinds(): { items: RetentionKind[] } {
    return { items: this.retention.kinds() };
  }

  @Handle(contract.listRetentionRuns)
  async runs(): Promise<{ items: RetentionRun[] }> {
    return { items: await this.retention.runs() };
  }
}
