import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { downloadCertificate, type OwnCredential } from '@luotsi/credential/model';
import { addressOf } from '@luotsi/platform/model';
import {
  Format,
  Icon,
  Language,
  LocalisedText,
  Notices,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { CredentialWords } from '../credential-words';
import { credentialTexts } from '../texts';

/** A certificate of one's own: what it says, and what one can do with it. */
@Component({
  selector: 'lu-own-credential',
  imports: [Icon, LocalisedText, MatButton, RouterLink, StatusWord],
  template: `
    @let it = credential();
    <div class="head">
      <h2><lu-text [of]="it.facts.title" /></h2>
      @if (it.revoked) {
        <lu-status kind="bad">{{ t('revoked') }}</lu-status>
      }
    </div>
    @if (it.revoked; as revoked) {
      <p>{{ t('revokedText', { date: format.date(revoked.at) }) }}</p>
    } @else {
      <p>{{ words.brief(it.facts) }}</p>
      <div class="row no-print">
        <a
          matButton="outlined"
          download
          [href]="paper()"
          [attr.aria-label]="t('downloadNamed', { title: title() })"
        >
          {{ t('download') }}
        </a>
        <button
          matButton
          type="button"
          [attr.aria-label]="t('copyNamed', { title: title() })"
          (click)="copy()"
        >
          <lu-icon name="copy" /> {{ t('copy') }}
        </button>
        <a
          matButton
          [routerLink]="['/verify', it.code]"
          [attr.aria-label]="t('verifyNamed', { title: title() })"
        >
          {{ t('verify') }}
        </a>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding-block: 16px;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: baseline;
    }

    h2 {
      font-size: var(--lu-size-4);
    }

    .row {
      gap: 8px;
    }
  `,
})
export class OwnCredentialLine {
  protected readonly t = useTexts(credentialTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(CredentialWords);
  private readonly language = inject(Language);
  private readonly notices = inject(Notices);
  private readonly origin = inject(DOCUMENT).location.origin;
  readonly credential = input.required<OwnCredential>();

  protected readonly title = computed(() => this.format.text(this.credential().facts.title));
  protected readonly paper = computed(() =>
    addressOf(downloadCertificate, {
      params: { id: this.credential().id },
      query: { lang: this.language.current() },
    }),
  );

  protected async copy(): Promise<void> {
    const address = `${this.origin}/verify/${this.credential().code}`;
    try {
      await navigator.clipboard.writeText(address);
      this.notices.tell(this.t('copied'));
    } catch {
      this.notices.tell(this.t('notCopied', { address }));
    }
  }
}
