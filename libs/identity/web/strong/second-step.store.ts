import { inject, Injectable } from '@angular/core';
import { getSecondStep } from '@luotsi/identity/model';
import { ApiClient } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';

/** How one's second step stands: one reading for the sections that show it. */
@Injectable()
export class SecondStepStore {
  private readonly client = inject(ApiClient);
  private readonly current = inject(CurrentPerson);
  private readonly resource = this.client.resource(getSecondStep, () => ({}));

  readonly state = this.resource.latest;
  readonly problem = this.resource.problem;

  reload(): void {
    this.resource.reload();
  }

  /** After a change: reads again, also which roles have effect now. */
  async changed(): Promise<void> {
    this.resource.reload();
    await this.current.load();
  }
}
