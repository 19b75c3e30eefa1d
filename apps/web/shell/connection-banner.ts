import { Component, inject } from '@angular/core';
import { CurrentPerson, SignInLink } from '@luotsi/identity/web';
import { Connection, platformTexts, useTexts } from '@luotsi/platform/web';

/** Says when the network is away, or when a sign-in has ended in the middle of work. */
@Component({
  selector: 'lu-connection-banner',
  imports: [SignInLink],
  template: `
    <div role="status">
      @if (connection.lost()) {
        <p>{{ t('connection.lost') }}</p>
      } @else if (connection.signInNeeded() && person.signedIn()) {
        <p>
          {{ t('connection.signedOut') }}
          <a luSignInLink target="_blank">{{ t('connection.signIn') }}</a>
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      z-index: 10;
      inset-block-start: 0;
    }

    p {
      max-width: none;
      padding: 12px 24px;
      border-bottom: 1px solid var(--lu-lantern-edge);
      background: var(--lu-lantern-soft);
      color: var(--lu-lantern-word);
      font-weight: 600;
      text-align: center;
    }

    a {
      color: inherit;
    }
  `,
})
export class ConnectionBanner {
  protected readonly t = useTexts(platformTexts);
  protected readonly connection = inject(Connection);
  protected readonly person = inject(CurrentPerson);
}
