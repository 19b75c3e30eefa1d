import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { resetSecondStep } from '@luotsi/identity/model';
import { ApiClient, Notices, useTexts } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { Ask } from './ask';
import { strongTexts } from './texts';

/**
 * For administrators, on a person's page: the way back of who has lost their phone.
 * `<lu-reset-second-step [person]="person" />`; nothing for who may not, or on one's own page.
 */
@Component({
  selector: 'lu-reset-second-step',
  imports: [MatButton],
  template: `
    @if (current.may('secondStep.reset') && current.person()?.id !== person().id) {
      <section aria-labelledby="lu-reset-second-step" class="stack">
        <h2 id="lu-reset-second-step">{{ t('reset.title') }}</h2>
        <p>{{ t('reset.when') }}</p>
        <div>
          <button matButton="outlined" type="button" (click)="reset()">
            {{ t('reset.action') }}
          </button>
        </div>
      </section>
    }
  `,
  styles: `
    section {
      margin-block-start: 32px;
    }
  `,
})
export class ResetSecondStep {
  private readonly client = inject(ApiClient);
  private readonly ask = inject(Ask);
  private readonly notices = inject(Notices);
  protected readonly current = inject(CurrentPerson);
  protected readonly t = useTexts(strongTexts);
  readonly person = input.required<{ readonly id: string; readonly name: string }>();

  protected async reset(): Promise<void> {
    const { id, name } = this.person();
    const asked = await this.ask.for({
      heading: this.t('reset.heading', { name }),
      text: this.t('reset.text'),
      action: this.t('reset.action'),
      fields: [],
      send: () => this.client.send(resetSecondStep, { params: { id } }),
    });
    if (asked) this.notices.tell(this.t('reset.done'));
  }
}
