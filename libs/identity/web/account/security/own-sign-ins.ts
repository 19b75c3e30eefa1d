import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import {
  browserInWords,
  endOtherSignIns,
  endOwnSignIn,
  listOwnSignIns,
  type OwnSignIn,
} from '@luotsi/identity/model';
import {
  ApiClient,
  Confirm,
  Format,
  KeepFocus,
  Notices,
  ProblemError,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../../current-person';
import { accountTexts } from '../texts';

/** Where one is signed in, with signing out of each place and of all others. */
@Component({
  selector: 'lu-own-sign-ins',
  imports: [KeepFocus, MatButton, ProblemNotice, Skeleton, StatusWord],
  template: `
    <section aria-labelledby="lu-own-sign-ins" class="stack" luKeepFocus>
      <h2 id="lu-own-sign-ins">{{ t('signIns.heading') }}</h2>
      <p class="quiet">{{ t('signIns.text') }}</p>
      <lu-problem [of]="problem()" />
      @if (list.latest(); as own) {
        <ul class="bare-list hairlines">
          @for (item of own.items; track item.id) {
            <li>
              <div>
                <p class="kind">
                  {{ kindOf(item) }}
                  @if (item.current) {
                    <lu-status kind="good">{{ t('signIns.current') }}</lu-status>
                  }
                </p>
                <p class="quiet small">
                  {{
                    t('signIns.times', {
                      since: format.moment(item.signedInAt),
                      seen: format.moment(item.lastSeenAt),
                    })
                  }}
                </p>
              </div>
              <button
                matButton
                type="button"
                [attr.aria-label]="t('signIns.endNamed', { name: kindOf(item) })"
                (click)="end(item)"
              >
                {{ t('signIns.end') }}
              </button>
            </li>
          }
        </ul>
        @if (others() > 0) {
          <div>
            <button matButton="outlined" type="button" (click)="endOthers()">
              {{ t('signIns.endOthers', { count: others() }) }}
            </button>
          </div>
        }
      } @else if (list.problem()) {
        <lu-problem [of]="list.problem()" [canRetry]="true" (retry)="list.reload()" />
      } @else {
        <lu-skeleton [lines]="3" />
      }
    </section>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      justify-content: space-between;
    }

    .kind {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      font-weight: 600;
    }
  `,
})
export class OwnSignIns {
  private readonly client = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly current = inject(CurrentPerson);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly t = useTexts(accountTexts);
  protected readonly format = inject(Format);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly list = this.client.resource(listOwnSignIns, () => ({}));
  protected readonly others = computed(
    () => (this.list.latest()?.items ?? []).filter(({ current }) => !current).length,
  );

  /** Asks again: something else has ended sign-ins. */
  reload(): void {
    this.list.reload();
  }

  protected kindOf(item: OwnSignIn): string {
    return browserInWords(item) ?? this.t('signIns.unknown');
  }

  protected async end(item: OwnSignIn): Promise<void> {
    if (item.current) {
      await this.current.signOut();
      await this.router.navigateByUrl('/');
      return;
    }
    await this.attempt(async () => {
      await this.client.send(endOwnSignIn, { params: { id: item.id } });
      this.notices.tell(this.t('signIns.ended', { count: 1 }));
    });
  }

  protected async endOthers(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.t('signIns.sure'),
      text: this.t('signIns.sureText'),
      action: this.t('signIns.sureAction'),
    });
    if (!sure) return;
    await this.attempt(async () => {
      const { ended } = await this.client.send(endOtherSignIns, {});
      this.notices.tell(this.t('signIns.ended', { count: ended }));
    });
  }

  /** What has ended meanwhile is gone from the list, too: it is read again either way. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      if (!thrown.is('not-found')) this.problem.set(thrown);
    }
    this.list.reload();
  }
}
