import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { deleteMe, keepMe, type OwnPrivacy } from '@luotsi/identity/model';
import {
  ApiClient,
  Format,
  KeepFocus,
  Notices,
  ProblemNotice,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { Ask } from '../strong/ask';
import { privacyTexts } from './texts';

/** Deleting one's account: asked for with the password, and taken back until the week is over. */
@Component({
  selector: 'lu-delete-section',
  imports: [KeepFocus, MatButton, ProblemNotice, StatusWord],
  template: `
    <section class="stack" aria-labelledby="lu-delete" luKeepFocus>
      <h2 id="lu-delete">{{ t('delete.heading') }}</h2>
      <lu-problem [of]="problem()" />
      @if (own().deletion; as waiting) {
        <p>
          <lu-status kind="bad">{{
            t('delete.asked', { day: format.onDay(waiting.dueAt) })
          }}</lu-status>
        </p>
        <p>{{ t('delete.waits', { day: format.onDay(waiting.dueAt) }) }}</p>
        <div>
          <button matButton="filled" type="button" (click)="keep()">{{ t('delete.keep') }}</button>
        </div>
      } @else {
        <p>{{ t('delete.text') }}</p>
        <ul>
          <li>{{ t('delete.goes') }}</li>
          <li>{{ t('delete.stays') }}</li>
        </ul>
        <div>
          <button matButton="outlined" type="button" (click)="ask()">{{ t('delete.ask') }}</button>
        </div>
      }
    </section>
  `,
})
export class DeleteSection {
  private readonly asking = inject(Ask);
  private readonly client = inject(ApiClient);
  private readonly current = inject(CurrentPerson);
  private readonly notices = inject(Notices);
  protected readonly t = useTexts(privacyTexts);
  protected readonly format = inject(Format);
  protected readonly problem = signal<ProblemError | null>(null);
  readonly own = input.required<OwnPrivacy>();
  /** How it stands now. */
  readonly changed = output<OwnPrivacy>();

  protected async ask(): Promise<void> {
    const answer = await this.asking.for({
      heading: this.t('delete.sure'),
      text: this.t('delete.sureText'),
      action: this.t('delete.action'),
      fields: this.own().confirmWith === 'password' ? ['password'] : [],
      send: ({ password }) => this.client.send(deleteMe, { body: password ? { password } : {} }),
    });
    if (!answer) return;
    this.changed.emit({ ...this.own(), deletion: answer.result });
    void this.current.load();
    const day = this.format.onDay(answer.result.dueAt);
    this.notices.tell(this.t('delete.asked', { day }));
  }

  protected async keep(): Promise<void> {
    this.problem.set(null);
    try {
      await this.client.send(keepMe, {});
      this.changed.emit({ ...this.own(), deletion: null });
      void this.current.load();
      this.notices.tell(this.t('delete.kept'));
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }
}
