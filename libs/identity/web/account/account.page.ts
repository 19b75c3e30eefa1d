import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, PageHeader, useTexts } from '@luotsi/platform/web';
import { accountTexts } from './texts';

/** The parts of one's own account, each a page; a line here is a link there. */
const parts = [
  { to: '/account/profile', title: 'profile.title', text: 'profile.text' },
  { to: '/account/security', title: 'security.title', text: 'security.text' },
  { to: '/account/notices', title: 'notices.title', text: 'notices.text' },
] as const;

/** One's own account: what there is to see and set, each on a page of its own. */
@Component({
  selector: 'lu-account-page',
  imports: [Icon, PageHeader, RouterLink],
  template: `
    <lu-page-header [heading]="t('title')" [answer]="t('answer')" />
    <ul class="bare-list hairlines">
      @for (part of parts; track part.to) {
        <li>
          <a [routerLink]="part.to">{{ t(part.title) }}<lu-icon name="forward" /></a>
          <p class="quiet">{{ t(part.text) }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    a {
      display: inline-flex;
      gap: 8px;
      align-items: center;
      min-height: 44px;
      font-size: var(--lu-size-4);
      font-weight: 600;
    }
  `,
})
export class AccountPage {
  protected readonly t = useTexts(accountTexts);
  protected readonly parts = parts;
}
