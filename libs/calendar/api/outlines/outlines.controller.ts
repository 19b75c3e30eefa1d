import { Controller } from '@nestjs/common';
import {
  askOutlinePublication,
  changeOutline,
  createOutline,
  getOutline,
  getOutlineVersion,
  getSessionOutline,
  listOutlines,
  publishOutline,
  removeOutline,
  startFromOutline,
  takeOverOutline,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { OutlineReader } from './outline-reader';
import { OutlineStore } from './outline-store';
import { SessionsOfOutlines } from './sessions-of-outlines';

/** Programme outlines, and the sessions that are started from them. */
@Controller()
export class OutlinesController {
  constructor(
    private readonly reader: OutlineReader,
    private readonly store: OutlineStore,
    private readonly sessions: SessionsOfOutlines,
  ) {}

  @Handle(listOutlines)
  async list(@CurrentPerson() person: Principal): Promise<Answer<typeof listOutlines>> {
    return { items: await this.reader.list(person) };
  }

  @Handle(getOutline)
  one(
    @Input() { params }: Received<typeof getOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getOutline>> {
    return this.reader.one(params.id, person);
  }

  @Handle(getOutlineVersion)
  version(
    @Input() { params }: Received<typeof getOutlineVersion>,
  ): Promise<Answer<typeof getOutlineVersion>> {
    return this.reader.version(params.id, params.number);
  }

  @Handle(createOutline)
  create(
    @Input() { body }: Received<typeof createOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof createOutline>> {
    return this.store.create(body, person);
  }

  @Handle(changeOutline)
  change(
    @Input() { params, body }: Received<typeof changeOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof changeOutline>> {
    return this.store.change(params.id, body.version, body.content, person);
  }

  @Handle(removeOutline)
  async remove(
    @Input() { params }: Received<typeof removeOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof removeOutline>> {
    await this.store.remove(params.id, person);
  }

  @Handle(publishOutline)
  async publish(
    @Input() { params, body }: Received<typeof publishOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof publishOutline>> {
    const number = await this.store.publish(params.id, body.version, body.note, person);
    return { id: params.id, number };
  }

  @Handle(askOutlinePublication)
  async askPublication(
    @Input() { params }: Received<typeof askOutlinePublication>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof askOutlinePublication>> {
    const asked = await this.store.askPublication(params.id, person);
    return { id: params.id, asked: asked.toISOString() };
  }

  @Handle(startFromOutline)
  async start(
    @Input() { params, body }: Received<typeof startFromOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof startFromOutline>> {
    return { id: await this.sessions.start(params.id, body, person) };
  }

  @Handle(getSessionOutline)
  ofSession(
    @Input() { params }: Received<typeof getSessionOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getSessionOutline>> {
    return this.sessions.compare(params.id, person);
  }

  @Handle(takeOverOutline)
  takeOver(
    @Input() { params, body }: Received<typeof takeOverOutline>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof takeOverOutline>> {
    return this.sessions.takeOver(params.id, body, person);
  }
}
