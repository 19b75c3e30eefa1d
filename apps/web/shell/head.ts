import { NgComponentOutlet } from '@angular/common';
import { Component, effect, inject, signal, type Type } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { CurrentPerson, SignInLink } from '@luotsi/identity/web';
import { Icon, Language, Mark, platformTexts, serviceName, useTexts } from '@luotsi/platform/web';
import { LanguageSwitch } from './language-switch';
import { ways } from './ways';

/** The band at the top: the mark, on wide screens the ways, the languages, the person. */
@Component({
  selector: 'lu-head',
  imports: [
    Icon,
    LanguageSwitch,
    Mark,
    NgComponentOutlet,
    SignInLink,
    RouterLink,
    RouterLinkActive,
  ],
  template: `
    <header>
      <a class="home" routerLink="/" [attr.aria-label]="t('navigation.front')">
        <lu-mark /><span>{{ name[language.current()] }}</span>
      </a>
      <nav class="wide" [attr.aria-label]="t('navigation.main')">
        @for (way of ways; track way.to) {
          <a [routerLink]="way.to" routerLinkActive="here" ariaCurrentWhenActive="page">{{
            t(way.name)
          }}</a>
        }
      </nav>
      <lu-language-switch />
      @if (person()) {
        <div class="bell"><ng-container [ngComponentOutlet]="bell()" /></div>
      }
      @if (person() === null) {
        <a class="way wide" luSignInLink>{{ t('navigation.signIn') }}</a>
      }
      <button
        class="way wide"
        type="button"
        popovertarget="lu-menu"
        [attr.aria-label]="person() ? null : t('navigation.menu')"
      >
        @if (person(); as someone) {
          <span>{{ someone.name }}</span>
        }
        <lu-icon [name]="person() ? 'person' : 'menu'" />
      </button>
    </header>
  `,
  styleUrl: './head.scss',
})
export class Head {
  protected readonly t = useTexts(platformTexts);
  protected readonly language = inject(Language);
  protected readonly person = inject(CurrentPerson).person;
  protected readonly name = serviceName;
  protected readonly ways = ways;
  /** Fetched for those who are signed in; visitors have no use for it. */
  protected readonly bell = signal<Type<unknown> | null>(null);

  constructor() {
    const fetched = effect(() => {
      if (!this.person()) return;
      fetched.destroy();
      import('@luotsi/notice/web').then(
        (door) => this.bell.set(door.Bell),
        // The head does without it; the page itself says that the network is away.
        () => undefined,
      );
    });
  }
}
