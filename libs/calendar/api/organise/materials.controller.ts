import { Controller, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  addMaterialFile,
  addMaterialLink,
  getOrganisedMaterialFile,
  removeMaterial,
  renameMaterial,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input, SentFile } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { addFile, addLink, fileOf, removeMaterialOf, renameMaterialOf } from './materials';
import { requireOrganiser } from './organisers';

/** What an organiser gives those who have a seat: links and files. */
@Controller()
export class MaterialsController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  @Handle(addMaterialLink)
  addLink(
    @Input() { params, body }: Received<typeof addMaterialLink>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof addMaterialLink>> {
    return this.database.transaction(async (manager) => {
      await requireOrganiser(manager, person, params.id);
      return addLink(manager, params.id, body);
    });
  }

  @Handle(addMaterialFile)
  addFile(
    @Input() { params, query }: Received<typeof addMaterialFile>,
    @SentFile() content: Buffer,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof addMaterialFile>> {
    return this.database.transaction(async (manager) => {
      await requireOrganiser(manager, person, params.id);
      return addFile(manager, params.id, { name: query.name, title: query.title, content });
    });
  }

  @Handle(renameMaterial)
  rename(
    @Input() { params, body }: Received<typeof renameMaterial>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof renameMaterial>> {
    return this.database.transaction(async (manager) => {
      await requireOrganiser(manager, person, params.id);
      return renameMaterialOf(manager, params.id, params.material, body.title);
    });
  }

  @Handle(removeMaterial)
  async remove(
    @Input() { params }: Received<typeof removeMaterial>,
    @CurrentPerson() person: Principal,
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      await requireOrganiser(manager, person, params.id);
      await removeMaterialOf(manager, params.id, params.material);
    });
  }

  @Handle(getOrganisedMaterialFile)
  async file(
    @Input() { params }: Received<typeof getOrganisedMaterialFile>,
    @CurrentPerson() person: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { manager } = this.database;
    await requireOrganiser(manager, person, params.id);
    const { name, content } = await fileOf(manager, params.id, params.material);
    // Whatever it is, it is kept, never shown as a page of ours.
    void reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}
