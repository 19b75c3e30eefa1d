import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader, useTexts } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { FeedbackForm } from './feedback-form';
import { statementTexts } from './texts';

/**
 * The accessibility statement (306/2019, 9 §; Commission Implementing Decision (EU) 2018/1523): how
 * accessible the service is, what is missing, how to tell of it and who supervises.
 */
@Component({
  selector: 'lu-accessibility-page',
  imports: [FeedbackForm, PageHeader, RouterLink],
  template: `
    <lu-page-header [heading]="t('accessibility.title')" [answer]="t('accessibility.answer')" />
    <section class="stack" aria-labelledby="short">
      <h2 id="short">{{ t('accessibility.short.heading') }}</h2>
      <p>{{ t('accessibility.scope') }}</p>
      <ul>
        <li>{{ t('accessibility.short.documents') }}</li>
        <li>{{ t('accessibility.short.people') }}</li>
        <li>{{ t('accessibility.short.translations') }}</li>
        <li>{{ t('accessibility.short.api') }}</li>
      </ul>
    </section>
    <section class="stack" aria-labelledby="tell">
      <h2 id="tell">{{ t('accessibility.form.heading') }}</h2>
      <lu-feedback-form />
      @if (person.may('feedback.answer')) {
        <p>
          <a routerLink="/accessibility/feedback">{{ t('accessibility.inbox') }}</a>
        </p>
      }
    </section>
    <section class="stack" aria-labelledby="authority">
      <h2 id="authority">{{ t('accessibility.authority.heading') }}</h2>
      <p>{{ t('accessibility.authority.text') }}</p>
      <address>
        {{ t('accessibility.authority.name') }}<br />
        {{ t('accessibility.authority.unit') }}<br />
        <a [href]="'https://' + t('accessibility.authority.site')">{{
          t('accessibility.authority.site')
        }}</a><br />
        <a [href]="'mailto:' + t('accessibility.authority.email')">{{
          t('accessibility.authority.email')
        }}</a><br />
        {{ t('accessibility.authority.phone') }}
      </address>
    </section>
    <section class="stack" aria-labelledby="how">
      <h2 id="how">{{ t('accessibility.how.heading') }}</h2>
      <p>{{ t('accessibility.how.self') }}</p>
      <p>{{ t('accessibility.how.machine') }}</p>
      <p>{{ t('accessibility.how.hand') }}</p>
    </section>
  `,
  styleUrl: './statement.scss',
})
export class AccessibilityPage {
  protected readonly t = useTexts(statementTexts);
  protected readonly person = inject(CurrentPerson);
}
