import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, PageHeader, useTexts } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { accountTexts } from './texts';

/** The parts of one's own account, each a page; a line here is a link there. */
const parts = [
  { to: '/account/profile', title: 'profile.title', text: 'profile.text' },
  { to: '/account/security', title: 'security.title', text: 'security.text' },
  { to: '/account/notices', title: 'notices.title', text: 'notices.text' },
  { to: '/credentials', title: 'credentials.title', text: 'credentials.text' },
  { to: '/account/privacy', title: 'privacy.title', text: 'privacy.text' },
  { to: '/audit', title: 'audit.title', text: 'audit.text', permission: 'audit.read' },
] as const;

/** One's own account: what there is to see and set, each on a page of its own. */
@Component({
  selector: 'lu-account-page',
  imports: [Icon, PageHeader, RouterLink],
  template: `
    <lu-page-header [heading]="t('title')" [answer]="t('answer')" />
    <ul class="bare-list hairlines">
      @for (part of parts(); track part.to) {
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
  private readonly current = inject(CurrentPerson);
  protected readonly parts = computed(() =>
    parts.filter((part) => !('permission' in part) || this.current.may(part.permission)),
  );
}
