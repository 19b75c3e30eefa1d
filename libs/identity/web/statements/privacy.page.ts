import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listRetention } from '@luotsi/identity/model';
import { describeOperator, describeService } from '@luotsi/platform/model';
import { ApiClient, Format, PageHeader, ProblemNotice, useTexts } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { cookies } from './cookies';
import { statementTexts } from './texts';

/** What data is processed, why, and on which basis. */
const purposes = [
  { key: 'account', basis: 'task' },
  { key: 'profile', basis: 'task' },
  { key: 'participation', basis: 'task' },
  { key: 'learning', basis: 'task' },
  { key: 'assessment', basis: 'task' },
  { key: 'needs', basis: 'consent' },
  { key: 'log', basis: 'duty' },
  { key: 'feedback', basis: 'duty' },
] as const;

const seen = [
  'organiser',
  'coordinator',
  'assessment',
  'statistics',
  'others',
  'automatic',
] as const;

/** The privacy notice: what the General Data Protection Regulation wants told (Articles 13 and 14). */
@Component({
  selector: 'lu-privacy-page',
  imports: [PageHeader, ProblemNotice, RouterLink],
  templateUrl: './privacy.page.html',
  styleUrl: './statement.scss',
})
export class PrivacyPage {
  private readonly client = inject(ApiClient);
  protected readonly t = useTexts(statementTexts);
  protected readonly format = inject(Format);
  protected readonly signedIn = inject(CurrentPerson).signedIn;
  protected readonly answered = this.client.resource(describeOperator, () => ({}));
  protected readonly service = this.client.resource(describeService, () => ({}));
  protected readonly kept = this.client.resource(listRetention, () => ({}));
  protected readonly purposes = purposes;
  protected readonly seen = seen;
  protected readonly cookies = cookies;
}
