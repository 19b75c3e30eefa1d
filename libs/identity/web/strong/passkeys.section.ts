import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  addPasskey,
  type Passkey,
  removePasskey,
  renamePasskey,
  startPasskey,
} from '@luotsi/identity/model';
import { ApiClient, Format, Notices, Skeleton, useTexts } from '@luotsi/platform/web';
import { Ask } from './ask';
import { PasskeyBrowser } from './passkey-browser';
import { RecoveryCodes } from './recovery-codes';
import { SecondStepStore } from './second-step.store';
import { strongTexts } from './texts';

/** On the page of one's own security: passkeys, added, named and removed. */
@Component({
  selector: 'lu-passkeys',
  imports: [MatButton, RecoveryCodes, Skeleton],
  templateUrl: './passkeys.section.html',
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
    }

    .name {
      font-weight: 600;
    }
  `,
})
export class PasskeysSection {
  private readonly client = inject(ApiClient);
  private readonly ask = inject(Ask);
  private readonly notices = inject(Notices);
  protected readonly browser = inject(PasskeyBrowser);
  protected readonly address = inject(DOCUMENT).location.hostname;
  protected readonly t = useTexts(strongTexts);
  protected readonly format = inject(Format);
  protected readonly store = inject(SecondStepStore);
  protected readonly codes = signal<readonly string[] | null>(null);

  protected async add(): Promise<void> {
    const asked = await this.ask.for({
      heading: this.t('passkeys.addHeading'),
      text: this.t('passkeys.addText'),
      action: this.t('passkeys.add'),
      fields: ['name', ...this.password()],
      nameHint: this.t('passkeys.nameHint'),
      send: async ({ name = '', password }) => {
        const options = await this.client.send(startPasskey, {
          body: { password },
        });
        const credential = await this.browser.make(options);
        return this.client.send(addPasskey, { body: { name, credential } });
      },
    });
    if (!asked) return;
    this.notices.tell(this.t('passkeys.added'));
    this.codes.set(asked.result.codes);
    await this.store.changed();
  }

  protected async rename({ id, name: before }: Passkey): Promise<void> {
    const asked = await this.ask.for({
      heading: this.t('passkeys.renameHeading'),
      text: this.t('passkeys.nameHint'),
      action: this.t('passkeys.rename'),
      fields: ['name'],
      name: before,
      send: ({ name = '' }) => this.client.send(renamePasskey, { params: { id }, body: { name } }),
    });
    if (!asked) return;
    this.notices.tell(this.t('passkeys.renamed'));
    this.store.reload();
  }

  protected async remove({ id, name }: Passkey): Promise<void> {
    const asked = await this.ask.for({
      heading: this.t('passkeys.removeHeading', { name }),
      text: this.t('passkeys.removeText'),
      action: this.t('passkeys.remove'),
      fields: this.password(),
      send: ({ password }) =>
        this.client.send(removePasskey, { params: { id }, body: { password } }),
    });
    if (!asked) return;
    this.notices.tell(this.t('passkeys.removed'));
    await this.store.changed();
  }

  private password(): readonly 'password'[] {
    return this.store.state()?.password ? ['password'] : [];
  }
}
