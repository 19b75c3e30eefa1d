import { Controller } from '@nestjs/common';
import {
  cancelSeries,
  changeSeries,
  createSeries,
  getSeries,
  previewSeries,
  publishSeries,
  spreadInSeries,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { ChangeSeries } from './change-series';
import { SeriesOfSessions } from './series';
import { StepSeries } from './step-series';

/** Series of sessions, made in one go and changed one by one, from here on, or all. */
@Controller()
export class SeriesController {
  constructor(
    private readonly series: SeriesOfSessions,
    private readonly changes: ChangeSeries,
    private readonly steps: StepSeries,
  ) {}

  @Handle(previewSeries)
  preview(@Input() { body }: Received<typeof previewSeries>): Answer<typeof previewSeries> {
    return this.series.preview(body);
  }

  @Handle(createSeries)
  create(
    @Input() { body }: Received<typeof createSeries>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof createSeries>> {
    return this.series.create(body, person);
  }

  @Handle(getSeries)
  ofSession(
    @Input() { params }: Received<typeof getSeries>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getSeries>> {
    return this.series.ofSession(params.id, person);
  }

  @Handle(changeSeries)
  change(
    @Input() { params, body }: Received<typeof changeSeries>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof changeSeries>> {
    return this.changes.change(params.id, body, person);
  }

  @Handle(spreadInSeries)
  spread(
    @Input() { params, body }: Received<typeof spreadInSeries>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof spreadInSeries>> {
    return this.changes.spread(params.id, body, person);
  }

  @Handle(publishSeries)
  publish(
    @Input() { params, body }: Received<typeof publishSeries>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof publishSeries>> {
    return this.steps.publish(params.id, body, person);
  }

  @Handle(cancelSeries)
  cancel(
    @Input() { params, body }: Received<typeof cancelSeries>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof cancelSeries>> {
    return this.steps.cancel(params.id, body, person);
  }
}
