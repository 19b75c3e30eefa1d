import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { getAfterSession } from '@luotsi/calendar/model';
import { downloadCertificate } from '@luotsi/credential/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { addressOf } from '@luotsi/platform/model';
import { ApiClient, Format, Language, StatusWord, useTexts } from '@luotsi/platform/web';
import { feedbackTexts } from './texts';

/**
 * What a session has left one with, small, on its page: a certificate, the question how it was.
 * Nothing is shown to whom it has left neither. `<lu-after-session [sessionId]="id()" />`
 */
@Component({
  selector: 'lu-after-session',
  imports: [MatButton, RouterLink, StatusWord],
  template: `
    @if (after.value(); as it) {
      @if (it.certificate || it.feedback === 'open' || it.feedback === 'given') {
        <section class="sheet" aria-labelledby="lu-after">
          <h2 id="lu-after" class="unseen">{{ t('asked.after') }}</h2>
          @if (it.certificate; as certificate) {
            <div class="part">
              <p>{{ t('asked.certificate') }}</p>
              <div class="row">
                <a matButton="outlined" download [href]="paper(certificate.id)">{{
                  t('asked.download')
                }}</a>
                <a matButton routerLink="/credentials">{{ t('asked.certificates') }}</a>
              </div>
            </div>
          }
          @if (it.feedback === 'open' && it.until) {
            <div class="part">
              <p>{{ t('asked.question', { until: format.date(it.until) }) }}</p>
              <div class="row">
                <a matButton="filled" [routerLink]="['/sessions', sessionId(), 'feedback']">{{
                  t('asked.action')
                }}</a>
              </div>
            </div>
          } @else if (it.feedback === 'given') {
            <lu-status kind="good">{{ t('asked.given') }}</lu-status>
          }
        </section>
      }
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 16px;
      margin-bottom: 24px;
    }

    .part {
      display: grid;
      gap: 8px;
    }

    .row {
      gap: 8px;
    }
  `,
})
export class AfterSession {
  protected readonly t = useTexts(feedbackTexts);
  protected readonly format = inject(Format);
  private readonly language = inject(Language);
  private readonly current = inject(CurrentPerson);
  readonly sessionId = input.required<string>();
  protected readonly after = inject(ApiClient).resource(getAfterSession, () =>
    this.current.may('enrolment.own') ? { params: { id: this.sessionId() } } : undefined,
  );

  protected paper(id: string): string {
    const query = { lang: this.language.current() };
    return addressOf(downloadCertificate, { params: { id }, query });
  }
}
