import { Controller, Header, Inject } from '@nestjs/common';
import { platformContract, type Answer } from '@luotsi/platform/model';
import { CONFIGURATION, type Configuration } from '../config/configuration';
import { Handle } from '../http/handle';
import { ProblemException } from '../http/problem-exception';
import { Readiness } from './readiness';

/** Tells whoever watches the service how it is. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Handle(platformContract.healthLive)
  @Header('cache-control', 'no-store')
  live(): Answer<typeof platformContract.healthLive> {
    return { status: 'ok' };
  }

  @Handle(platformContract.healthReady)
  @Header('cache-control', 'no-store')
  async ready(): Promise<Answer<typeof platformContract.healthReady>> {
    if (!(await this.readiness.isReady())) throw new ProblemException('not-ready');
    return { status: 'ok' };
  }

  @Handle(platformContract.describeService)
  service(): Answer<typeof platformContract.describeService> {
    return { demonstration: this.configuration.LUOTSI_DEMONSTRATION };
  }

  @Handle(platformContract.describeOperator)
  operator(): Answer<typeof platformContract.describeOperator> {
    return { operator: this.configuration.LUOTSI_OPERATOR ?? null };
  }
}
