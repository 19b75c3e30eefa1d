import { Component, inject, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { changePassword, getPasswordState } from '@luotsi/identity/model';
import {
  ApiClient,
  KeepFocus,
  Notices,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { FormNotice } from '../../fields/form-notice';
import { PasswordField } from '../../fields/password-field';
import { Submission } from '../../fields/submission';
import { fieldTexts } from '../../fields/texts';
import { accountTexts } from '../texts';

/** Changing one's password. */
@Component({
  selector: 'lu-password-section',
  imports: [FormNotice, KeepFocus, MatButton, PasswordField, ProblemNotice, RouterLink, Skeleton],
  providers: [Submission],
  template: `
    <section aria-labelledby="lu-password" class="stack" luKeepFocus>
      <h2 id="lu-password">{{ t('password.heading') }}</h2>
      @if (state.latest(); as own) {
        @if (!own.set) {
          <p>{{ t('password.none') }}</p>
          <p>
            <a routerLink="/forgot-password">{{ t('password.get') }}</a>
          </p>
        } @else if (open()) {
          <form novalidate method="post" class="stack" (submit)="change($event)">
            <lu-form-notice
              #notice
              [of]="submission.problem()"
              [fields]="['/present', '/password']"
            >
              @if (submission.problem()?.is('sign-in-paused')) {
                <a routerLink="/forgot-password">{{ t('password.get') }}</a>
              }
            </lu-form-notice>
            <p class="quiet">{{ t('password.how') }}</p>
            <lu-password-field
              #present
              name="present"
              pointer="/present"
              [label]="f('presentPassword')"
              [error]="submission.problem()"
            />
            <lu-password-field
              #fresh
              kind="new"
              [label]="f('newPassword')"
              [error]="submission.problem()"
            />
            <div class="row">
              <button
                matButton="filled"
                type="submit"
                [attr.aria-disabled]="submission.busy() || null"
              >
                {{ t(submission.busy() ? 'busy' : 'password.save') }}
              </button>
              <button matButton type="button" (click)="open.set(false)">{{ t('cancel') }}</button>
            </div>
          </form>
        } @else {
          <div>
            <button matButton="outlined" type="button" (click)="open.set(true)">
              {{ t('password.change') }}
            </button>
          </div>
        }
      } @else if (state.problem()) {
        <lu-problem [of]="state.problem()" [canRetry]="true" (retry)="state.reload()" />
      } @else {
        <lu-skeleton [lines]="1" />
      }
    </section>
  `,
})
export class PasswordSection {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly present = viewChild<PasswordField>('present');
  private readonly fresh = viewChild<PasswordField>('fresh');
  private readonly notice = viewChild<FormNotice>('notice');
  protected readonly t = useTexts(accountTexts);
  protected readonly f = useTexts(fieldTexts);
  protected readonly submission = inject(Submission);
  protected readonly state = this.client.resource(getPasswordState, () => ({}));
  protected readonly open = signal(false);

  /** The password has changed, and with it where one is signed in. */
  readonly changed = output();

  protected async change(event: Event): Promise<void> {
    const [present, fresh] = [this.present(), this.fresh()];
    if (!present || !fresh) return;
    const fields = { '/present': present, '/password': fresh };
    let ended = 0;
    const sent = await this.submission.send(event, fields, this.notice, async () => {
      const body = { present: present.read() ?? '', password: fresh.read() ?? '' };
      ended = (await this.client.send(changePassword, { body })).signInsEnded;
    });
    if (!sent) return;
    this.open.set(false);
    this.notices.tell(this.t('password.changed', { count: ended }));
    this.changed.emit();
  }
}
