import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  cancelAddressChange,
  changeOwnAddress,
  getOwnAddress,
  getPasswordState,
} from '@luotsi/identity/model';
import {
  ApiClient,
  Format,
  KeepFocus,
  Notices,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { EmailField } from '../../fields/email-field';
import { FormNotice } from '../../fields/form-notice';
import { PasswordField } from '../../fields/password-field';
import { Submission } from '../../fields/submission';
import { fieldTexts } from '../../fields/texts';
import { accountTexts } from '../texts';

/** The e-mail address one signs in with, and the change of it that waits to be confirmed at both. */
@Component({
  selector: 'lu-address-section',
  imports: [
    EmailField,
    FormNotice,
    KeepFocus,
    MatButton,
    PasswordField,
    ProblemNotice,
    Skeleton,
    StatusWord,
  ],
  providers: [Submission],
  template: `
    <section aria-labelledby="lu-address" class="stack" luKeepFocus>
      <h2 id="lu-address">{{ t('address.heading') }}</h2>
      <lu-form-notice #notice [of]="submission.problem()" [fields]="['/email', '/password']" />
      @if (address.latest(); as own) {
        <p>{{ own.email }}</p>
        @if (own.pending; as pending) {
          <div class="sheet stack">
            <p>
              {{
                t('address.pending', {
                  email: pending.email,
                  when: format.moment(pending.expiresAt),
                })
              }}
            </p>
            <ul class="bare-list row">
              <li>
                <lu-status [kind]="pending.confirmedAtOld ? 'good' : 'waiting'">{{
                  t(pending.confirmedAtOld ? 'address.oldYes' : 'address.oldWaits')
                }}</lu-status>
              </li>
              <li>
                <lu-status [kind]="pending.confirmedAtNew ? 'good' : 'waiting'">{{
                  t(pending.confirmedAtNew ? 'address.newYes' : 'address.newWaits')
                }}</lu-status>
              </li>
            </ul>
            <div>
              <button matButton="outlined" type="button" (click)="giveUp($event)">
                {{ t('address.giveUp') }}
              </button>
            </div>
          </div>
        } @else if (open()) {
          <form novalidate method="post" class="stack" (submit)="change($event)">
            <p class="quiet">{{ t('address.how') }}</p>
            <lu-email-field
              #email
              autocomplete="email"
              [label]="t('address.new')"
              [error]="submission.problem()"
            />
            @if (hasPassword()) {
              <lu-password-field
                #password
                [label]="f('presentPassword')"
                [error]="submission.problem()"
              />
            }
            <div class="row">
              <button
                matButton="filled"
                type="submit"
                [attr.aria-disabled]="submission.busy() || null"
              >
                {{ t(submission.busy() ? 'busy' : 'address.send') }}
              </button>
              <button matButton type="button" (click)="open.set(false)">{{ t('cancel') }}</button>
            </div>
          </form>
        } @else {
          <div>
            <button matButton="outlined" type="button" (click)="open.set(true)">
              {{ t('address.change') }}
            </button>
          </div>
        }
      } @else if (address.problem()) {
        <lu-problem [of]="address.problem()" [canRetry]="true" (retry)="address.reload()" />
      } @else {
        <lu-skeleton [lines]="2" />
      }
    </section>
  `,
})
export class AddressSection {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly email = viewChild<EmailField>('email');
  private readonly password = viewChild<PasswordField>('password');
  private readonly notice = viewChild<FormNotice>('notice');
  private readonly state = this.client.resource(getPasswordState, () => ({}));
  protected readonly t = useTexts(accountTexts);
  protected readonly f = useTexts(fieldTexts);
  protected readonly format = inject(Format);
  protected readonly submission = inject(Submission);
  protected readonly address = this.client.resource(getOwnAddress, () => ({}));
  protected readonly open = signal(false);
  protected readonly hasPassword = computed(() => this.state.value()?.set !== false);

  protected async change(event: Event): Promise<void> {
    const [email, password] = [this.email(), this.password()];
    if (!email) return;
    const fields = { '/email': email, ...(password ? { '/password': password } : {}) };
    const sent = await this.submission.send(event, fields, this.notice, async () => {
      const typed = password?.read();
      const body = { email: email.read() ?? '', ...(typed ? { password: typed } : {}) };
      this.address.set(await this.client.send(changeOwnAddress, { body }));
    });
    if (!sent) return;
    this.open.set(false);
    this.notices.tell(this.t('address.sent'));
  }

  protected async giveUp(event: Event): Promise<void> {
    const given = await this.submission.send(event, {}, this.notice, async () => {
      this.address.set(await this.client.send(cancelAddressChange, {}));
    });
    if (given) this.notices.tell(this.t('address.givenUp'));
  }
}
