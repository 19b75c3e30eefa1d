import { Controller } from '@nestjs/common';
import {
  changeSession,
  copySession,
  createSession,
  deleteSession,
  listCoaches,
  getOrganisedSession,
  publishSession,
  cancelSession,
  postponeSession,
  type OrganisedSession,
  type SessionStatus,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { coachChoices } from './coaches';
import { organisedSession } from './organised-session';
import { organiserFor, requireChange, requireOrganiser } from './organisers';
import { SessionWriter } from './session-writer';

/** What organisers do with their sessions. */
@Controller()
export class OrganiseController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly writer: SessionWriter,
  ) {}

  @Handle(createSession)
  async create(
    @Input() { body }: Received<typeof createSession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof createSession>> {
    const id = await this.writer.work(async (manager) => {
      const { type, id } = await organiserFor(manager, person, body.organiser);
      return this.writer.create(manager, { ...body, organiser: { type, id } }, person.id);
    });
    return { id };
  }

  @Handle(listCoaches)
  async coaches(): Promise<Answer<typeof listCoaches>> {
    return { items: await coachChoices(this.database.manager) };
  }

  @Handle(getOrganisedSession)
  async organised(
    @Input() { params }: Received<typeof getOrganisedSession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getOrganisedSession>> {
    const { manager } = this.database;
    await requireOrganiser(manager, person, params.id);
    return this.read(manager, params.id);
  }

  @Handle(changeSession)
  async change(
    @Input() { params: { id }, body }: Received<typeof changeSession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof changeSession>> {
    return this.writer.work(async (manager) => {
      await requireChange(manager, person, [id], body);
      await this.writer.change(manager, id, body, person.id);
      return this.read(manager, id);
    });
  }

  @Handle(copySession)
  async copy(
    @Input() { params }: Received<typeof copySession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof copySession>> {
    const id = await this.writer.work(async (manager) => {
      await requireOrganiser(manager, person, params.id);
      return this.writer.copy(manager, params.id, person.id);
    });
    return { id };
  }

  @Handle(deleteSession)
  async remove(
    @Input() { params }: Received<typeof deleteSession>,
    @CurrentPerson() person: Principal,
  ): Promise<void> {
    await this.writer.work(async (manager) => {
      await requireOrganiser(manager, person, params.id);
      await this.writer.remove(manager, params.id);
    });
  }

  @Handle(publishSession)
  publish(
    @Input() { params }: Received<typeof publishSession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof publishSession>> {
    return this.step(params.id, person, (manager) => this.writer.publish(manager, params.id));
  }

  @Handle(cancelSession)
  cancel(
    @Input() { params, body }: Received<typeof cancelSession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof cancelSession>> {
    return this.step(params.id, person, (manager) =>
      this.writer.cancel(manager, params.id, body.reason),
    );
  }

  @Handle(postponeSession)
  postpone(
    @Input() { params }: Received<typeof postponeSession>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof postponeSession>> {
    return this.step(params.id, person, (manager) => this.writer.postpone(manager, params.id));
  }

  private async read(manager: EntityManager, id: string): Promise<OrganisedSession> {
    const session = await organisedSession(manager, id);
    if (!session) throw new ProblemException('not-found');
    return session;
  }

  private async step(
    id: string,
    person: Principal,
    take: (manager: EntityManager) => Promise<SessionStatus>,
  ) {
    const status = await this.writer.work(async (manager) => {
      await requireOrganiser(manager, person, id);
      return take(manager);
    });
    return { id, status };
  }
}
