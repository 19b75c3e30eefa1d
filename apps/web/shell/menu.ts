import { Component, ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { CurrentPerson, SignInLink } from '@luotsi/identity/web';
import { Icon, platformTexts, useTexts } from '@luotsi/platform/web';
import { filter } from 'rxjs';
import { ThemeSwitch } from './theme-switch';
import { ways } from './ways';

/** What the band and the bar have no room for, as a browser popover: Escape and a click outside close it. */
@Component({
  selector: 'lu-menu',
  imports: [Icon, SignInLink, RouterLink, RouterLinkActive, ThemeSwitch],
  template: `
    <div #menu id="lu-menu" popover role="dialog" [attr.aria-label]="t('navigation.menu')">
      <nav class="ways" [attr.aria-label]="t('navigation.all')">
        @for (way of ways; track way.to) {
          <a [routerLink]="way.to" routerLinkActive="here" ariaCurrentWhenActive="page">
            <lu-icon [name]="way.icon" />{{ t(way.name) }}
          </a>
        }
      </nav>
      <nav [attr.aria-label]="t('navigation.own')">
        @if (person.person(); as someone) {
          <p class="name">{{ someone.name }}</p>
          <a routerLink="/my" routerLinkActive="here"
            ><lu-icon name="done" />{{ t('navigation.mine') }}</a
          >
          <a routerLink="/account" routerLinkActive="here"
            ><lu-icon name="person" />{{ t('navigation.account') }}</a
          >
          @if (person.may('session.organise')) {
            <a routerLink="/organise" routerLinkActive="here"
              ><lu-icon name="plan" />{{ t('navigation.organise') }}</a
            >
          }
          @if (person.may('people.read')) {
            <a routerLink="/people" routerLinkActive="here"
              ><lu-icon name="group" />{{ t('navigation.people') }}</a
            >
          }
        }
        <a routerLink="/frameworks" routerLinkActive="here"
          ><lu-icon name="assessment" />{{ t('navigation.frameworks') }}</a
        >
        @if (person.signedIn()) {
          <button type="button" (click)="signOut()">
            <lu-icon name="forward" />{{ t('navigation.signOut') }}
          </button>
        } @else {
          <a luSignInLink><lu-icon name="person" />{{ t('navigation.signIn') }}</a>
        }
      </nav>
      <lu-theme-switch />
    </div>
  `,
  styleUrl: './menu.scss',
})
export class Menu {
  private readonly router = inject(Router);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  protected readonly t = useTexts(platformTexts);
  protected readonly person = inject(CurrentPerson);
  protected readonly ways = ways;

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationStart),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.close());
  }

  protected async signOut(): Promise<void> {
    this.close();
    await this.person.signOut();
    await this.router.navigateByUrl('/');
  }

  private close(): void {
    this.menu().nativeElement.hidePopover();
  }
}
