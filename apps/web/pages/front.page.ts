import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CurrentPerson } from '@luotsi/identity/web';
import { Icon, PageHeader, platformTexts, useTexts } from '@luotsi/platform/web';
import { ChartDrawing } from './chart-drawing';

/** The front page: what is here for me, and the way in. */
@Component({
  selector: 'lu-front-page',
  imports: [ChartDrawing, Icon, MatButton, PageHeader, RouterLink],
  template: `
    <lu-page-header [heading]="t('front.heading')" [answer]="t('front.answer')">
      <a action matButton="filled" routerLink="/calendar">{{ t('front.calendar') }}</a>
      @if (person.signedIn()) {
        <a action matButton="outlined" routerLink="/my">{{ t('navigation.mine') }}</a>
      }
    </lu-page-header>
    <lu-chart-drawing class="no-print" />
    <ul class="bare-list ways">
      @for (way of ways; track way.to) {
        <li>
          <lu-icon [name]="way.icon" />
          <h2>
            <a [routerLink]="way.to">{{ t(way.heading) }}</a>
          </h2>
          <p>{{ t(way.text) }}</p>
        </li>
      }
    </ul>
  `,
  styleUrl: './front.page.scss',
})
export class FrontPage {
  protected readonly t = useTexts(platformTexts);
  protected readonly person = inject(CurrentPerson);
  protected readonly ways = [
    {
      to: '/assessment',
      icon: 'assessment',
      heading: 'front.assessment',
      text: 'front.assessmentText',
    },
    { to: '/programmes', icon: 'voyage', heading: 'front.programme', text: 'front.programmeText' },
    { to: '/plans', icon: 'plan', heading: 'front.plans', text: 'front.plansText' },
  ] as const;
}
