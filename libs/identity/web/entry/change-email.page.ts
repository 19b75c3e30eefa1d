import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { answerAddressChange } from '@luotsi/identity/model';
import { ApiClient, PageHeader, ProblemNotice, Skeleton, useTexts } from '@luotsi/platform/web';
import { FormNotice } from '../fields/form-notice';
import { Submission } from '../fields/submission';
import { LinkOfLetter } from './link-of-letter';
import { entryTexts } from './texts';

const headings = {
  asked: 'change.title',
  waiting: 'change.waitingTitle',
  changed: 'change.changedTitle',
  refused: 'change.refusedTitle',
} as const;
const answers = {
  asked: 'change.answer',
  waiting: 'change.waitingAnswer',
  changed: 'change.changedAnswer',
  refused: 'change.refusedAnswer',
} as const;

/** Confirming a change of address, or calling it off, with the link of one of the two letters. */
@Component({
  selector: 'lu-change-email-page',
  imports: [FormNotice, MatButton, PageHeader, ProblemNotice, RouterLink, Skeleton],
  providers: [LinkOfLetter, Submission],
  template: `
    <lu-page-header [heading]="t(headings[state()])" [answer]="answer()">
      @if (asking()) {
        <button action matButton="filled" type="button" (click)="say($event, 'confirm')">
          {{ t('change.confirm') }}
        </button>
      }
      @if (asking()) {
        <button action matButton="outlined" type="button" (click)="say($event, 'refuse')">
          {{ t('change.refuse') }}
        </button>
      }
      @if (!asking() && !of.reading()) {
        <a action matButton="outlined" routerLink="/account/security">{{
          t(state() === 'refused' ? 'change.password' : 'change.account')
        }}</a>
      }
    </lu-page-header>
    <lu-problem [of]="of.problem()" />
    <lu-form-notice #notice [of]="submission.problem()" />
    @if (of.reading()) {
      <lu-skeleton [lines]="1" />
    }
  `,
  styleUrl: './entry.scss',
})
export class ChangeEmailPage {
  private readonly client = inject(ApiClient);
  private readonly header = viewChild.required(PageHeader);
  private readonly notice = viewChild<FormNotice>('notice');
  /** The secret of the link, from the address. */
  readonly token = input('');

  protected readonly t = useTexts(entryTexts);
  protected readonly headings = headings;
  protected readonly of = inject(LinkOfLetter);
  protected readonly submission = inject(Submission);
  protected readonly state = signal<keyof typeof headings>('asked');
  protected readonly asking = computed(() => this.of.link() !== null && this.state() === 'asked');
  protected readonly answer = computed(() => {
    if (this.of.problem()) return '';
    const link = this.of.link();
    return link && this.t(answers[this.state()], { email: link.email });
  });

  constructor() {
    effect(() => void this.of.read(this.token()));
  }

  protected async say(event: Event, answer: 'confirm' | 'refuse'): Promise<void> {
    await this.submission.send(event, {}, this.notice, async () => {
      const body = { token: this.token(), answer };
      const { state } = await this.client.send(answerAddressChange, { body });
      this.state.set(state);
      this.submission.focusLater(() => this.header());
    });
  }
}
