import { Component } from '@angular/core';
import { BackLink, PageHeader, useTexts } from '@luotsi/platform/web';
import { LinkedAccounts } from '../../providers/linked-accounts';
import { PasskeysSection } from '../../strong/passkeys.section';
import { SecondStepSection } from '../../strong/second-step.section';
import { SecondStepStore } from '../../strong/second-step.store';
import { accountTexts } from '../texts';
import { AddressSection } from './address-section';
import { OwnSignIns } from './own-sign-ins';
import { PasswordSection } from './password-section';

/**
 * How one signs in: a section for each way and one for where one is signed in. A section is a
 * component with a heading of its own (`<section aria-labelledby>`, `h2`), which reads and changes
 * what it is about by itself; its host is the line between it and the one before.
 */
@Component({
  selector: 'lu-security-page',
  imports: [
    AddressSection,
    BackLink,
    LinkedAccounts,
    OwnSignIns,
    PageHeader,
    PasskeysSection,
    PasswordSection,
    SecondStepSection,
  ],
  providers: [SecondStepStore],
  template: `
    <lu-page-header [heading]="t('security.title')" [answer]="t('security.answer')">
      <lu-back-link to="/account">{{ t('title') }}</lu-back-link>
    </lu-page-header>
    <div class="sections">
      <lu-address-section />
      <lu-password-section (changed)="signIns.reload()" />
      <lu-second-step />
      <lu-passkeys />
      <lu-linked-accounts />
      <lu-own-sign-ins #signIns />
    </div>
  `,
  styleUrl: './security.page.scss',
})
export class SecurityPage {
  protected readonly t = useTexts(accountTexts);
}
