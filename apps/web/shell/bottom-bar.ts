import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, platformTexts, useTexts } from '@luotsi/platform/web';
import { ways } from './ways';

/** On a phone, the ways most walked within reach of one thumb; the rest is behind the menu. */
@Component({
  selector: 'lu-bottom-bar',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('navigation.main')">
      @for (way of ways; track way.to) {
        <a [routerLink]="way.to" routerLinkActive="here" ariaCurrentWhenActive="page">
          <lu-icon [name]="way.icon" /><span>{{ t(way.name) }}</span>
        </a>
      }
      <button type="button" popovertarget="lu-menu">
        <lu-icon name="menu" /><span>{{ t('navigation.menu') }}</span>
      </button>
    </nav>
  `,
  styleUrl: './bottom-bar.scss',
})
export class BottomBar {
  protected readonly t = useTexts(platformTexts);
  protected readonly ways = ways.slice(0, 3);
}
