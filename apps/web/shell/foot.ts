import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describeService } from '@luotsi/platform/model';
import { ApiClient, platformTexts, useTexts } from '@luotsi/platform/web';

/** The foot of every page: what this is, and whether its people are made up. */
@Component({
  selector: 'lu-foot',
  imports: [RouterLink],
  template: `
    <footer>
      @if (service.value()?.demonstration) {
        <p class="demonstration">{{ t('footer.demonstration') }}</p>
      }
      <p>{{ t('footer.about') }}</p>
      <ul class="bare-list row">
        <li>
          <a routerLink="/privacy">{{ t('footer.privacy') }}</a>
        </li>
        <li>
          <a routerLink="/accessibility">{{ t('footer.accessibility') }}</a>
        </li>
        <li>
          <a href="/api/docs">{{ t('footer.api') }}</a>
        </li>
      </ul>
    </footer>
  `,
  styles: `
    :host {
      border-top: 1px solid var(--lu-line);
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
    }

    footer {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 32px;
      justify-content: space-between;
      max-width: calc(var(--lu-page) + 48px);
      margin-inline: auto;
      padding: 24px max(16px, env(safe-area-inset-left));

      @media (width >= 48rem) {
        padding-inline: 24px;
      }
    }

    a {
      color: inherit;
    }

    .demonstration {
      width: 100%;
      max-width: none;
      font-weight: 600;
    }
  `,
})
export class Foot {
  protected readonly t = useTexts(platformTexts);
  protected readonly service = inject(ApiClient).resource(describeService, () => ({}));
}
