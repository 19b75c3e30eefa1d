import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { changeMailChoice, getMailChoice } from '@luotsi/notice/model';
import {
  ApiClient,
  Format,
  PageHeader,
  ProblemError,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { noticeTexts } from '../texts';

/**
 * Where the link in a letter leads: asks before it stops anything, since programs that look through
 * mail follow links by themselves, and takes it back.
 */
@Component({
  selector: 'lu-opt-out-page',
  imports: [MatButton, PageHeader, ProblemNotice, RouterLink, Skeleton],
  template: `
    @if (choice.value(); as it) {
      @if (it.kinds.length === 0) {
        <lu-page-header [heading]="t('optOut.owed')" [answer]="t('optOut.owedText')" />
      } @else {
        <lu-page-header [heading]="t(words().heading)" [answer]="t(words().text)">
          @if (it.mail && !pressed()) {
            <button
              action
              matButton="filled"
              type="button"
              [disabled]="sending()"
              (click)="change(false)"
            >
              {{ t('optOut.stop') }}
            </button>
          } @else if (!it.mail) {
            <button
              action
              matButton="outlined"
              type="button"
              [disabled]="sending()"
              (click)="change(true)"
            >
              {{ t('optOut.undo') }}
            </button>
          }
        </lu-page-header>
        <ul class="bare-list hairlines" role="list">
          @for (kind of it.kinds; track kind.kind) {
            <li>{{ format.text(kind.name) }}</li>
          }
        </ul>
        <span class="unseen" role="status">{{ pressed() ? t(words().heading) : '' }}</span>
      }
      <lu-problem [of]="problem()" />
      <p class="settings">
        <a routerLink="/account/notices">{{ t('optOut.settings') }}</a>
      </p>
    } @else if (choice.problem()) {
      <lu-page-header [heading]="t('optOut.title')" />
      <lu-problem
        [of]="choice.problem()"
        [canRetry]="isWorthRetrying()"
        (retry)="choice.reload()"
      />
      <p class="settings">
        <a routerLink="/account/notices">{{ t('optOut.settings') }}</a>
      </p>
    } @else {
      <lu-skeleton [lines]="4" />
    }
  `,
  styles: `
    .settings {
      padding-top: 24px;
    }
  `,
})
export class OptOutPage {
  protected readonly t = useTexts(noticeTexts);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  /** From the letter. */
  readonly token = input('');
  protected readonly choice = this.client.resource(getMailChoice, () => ({
    query: { token: this.token() || '-' },
  }));
  protected readonly pressed = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly isWorthRetrying = computed(
    () => this.choice.problem()?.details.status !== 404,
  );
  protected readonly words = computed(() => {
    if (this.choice.value()?.mail === false)
      return { heading: 'optOut.stopped', text: 'optOut.stoppedText' } as const;
    return this.pressed()
      ? ({ heading: 'optOut.on', text: 'optOut.onText' } as const)
      : ({ heading: 'optOut.ask', text: 'optOut.askText' } as const);
  });

  protected async change(mail: boolean): Promise<void> {
    this.sending.set(true);
    try {
      const body = { token: this.token(), mail };
      this.choice.set(await this.client.send(changeMailChoice, { body }));
      this.pressed.set(true);
      this.problem.set(undefined);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.sending.set(false);
    }
  }
}
