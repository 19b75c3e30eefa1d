import { Controller } from '@nestjs/common';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { programmeContract } from '@luotsi/programme/model';
import { ProgrammePages } from './programme-pages';

const { listProgrammes, getProgramme, getUnit } = programmeContract;

/** The programmes for everyone to read. */
@Controller()
export class ProgrammeController {
  constructor(private readonly pages: ProgrammePages) {}

  @Handle(listProgrammes)
  list(): Promise<Answer<typeof listProgrammes>> {
    return this.pages.list();
  }

  @Handle(getProgramme)
  programme(
    @Input() { params }: Received<typeof getProgramme>,
  ): Promise<Answer<typeof getProgramme>> {
    return this.pages.programme(params.id);
  }

  @Handle(getUnit)
  unit(@Input() { params }: Received<typeof getUnit>): Promise<Answer<typeof getUnit>> {
    return this.pages.unit(params.id);
  }
}
