import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader, platformTexts, useTexts } from '@luotsi/platform/web';

/** The front page: what is here for me, and the way in. */
@Component({
  selector: 'lu-front-page',
  imports: [MatButton, PageHeader, RouterLink],
  template: `
    <lu-page-header [heading]="t('front.heading')" [answer]="t('front.answer')">
      <a action matButton="filled" routerLink="/calendar">{{ t('front.calendar') }}</a>
    </lu-page-header>
    <ul class="bare-list hairlines ways">
      <li>
        <h2>
          <a routerLink="/programmes">{{ t('front.programme') }}</a>
        </h2>
        <p>{{ t('front.programmeText') }}</p>
      </li>
      <li>
        <h2>
          <a routerLink="/assessment">{{ t('front.assessment') }}</a>
        </h2>
        <p>{{ t('front.assessmentText') }}</p>
      </li>
      <li>
        <h2>
          <a routerLink="/plans">{{ t('front.plans') }}</a>
        </h2>
        <p>{{ t('front.plansText') }}</p>
      </li>
    </ul>
  `,
  styles: `
    h2 {
      font-size: var(--lu-size-4);
    }
  `,
})
export class FrontPage {
  protected readonly t = useTexts(platformTexts);
}
