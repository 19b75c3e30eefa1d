import { Controller } from '@nestjs/common';
import { frameworkContract } from '@luotsi/framework/model';
import { Handle, Input } from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import { ReadFrameworks } from './read-frameworks';

/** The competence frameworks, open to everyone. */
@Controller()
export class FrameworksController {
  constructor(private readonly frameworks: ReadFrameworks) {}

  @Handle(frameworkContract.listFrameworks)
  list() {
    return this.frameworks.list();
  }

  @Handle(frameworkContract.getFramework)
  one(@Input() { params, query }: Received<typeof frameworkContract.getFramework>) {
    return this.frameworks.one(params.id, query.version);
  }
}
