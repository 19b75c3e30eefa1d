import {
  afterNextRender,
  Component,
  DOCUMENT,
  effect,
  inject,
  Injector,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { CurrentPerson, leavingLine } from '@luotsi/identity/web';
import { NoticeArea, platformTexts, Theme, useTexts } from '@luotsi/platform/web';
import { filter, pairwise } from 'rxjs';
import { BottomBar } from './bottom-bar';
import { ConnectionBanner } from './connection-banner';
import { Foot } from './foot';
import { Head } from './head';
import { Menu } from './menu';
import { ReturnToPlace } from './return-to-place';

/** The frame around every page. */
@Component({
  selector: 'lu-root',
  imports: [BottomBar, ConnectionBanner, Foot, Head, Menu, NoticeArea, RouterOutlet],
  template: `
    <a class="skip no-print" href="#main" (click)="skip($event)">{{ t('skip') }}</a>
    <lu-head />
    <lu-connection-banner class="no-print" />
    <ng-container #leaving />
    <main id="main" tabindex="-1"><router-outlet /></main>
    <lu-foot class="no-print" />
    <lu-menu class="no-print" />
    <lu-bottom-bar class="no-print" />
    <lu-notices />
  `,
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly current = inject(CurrentPerson);
  private readonly leaving = viewChild.required('leaving', { read: ViewContainerRef });
  protected readonly t = useTexts(platformTexts);

  constructor() {
    inject(Theme);
    inject(ReturnToPlace);
    void this.current.load();
    effect(() => {
      if (this.current.person()?.deletionDueAt) void this.showLeaving();
    });
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        pairwise(),
        // A new filter or tab is the same page: focus stays where the person is.
        filter(([before, now]) => pathOf(before) !== pathOf(now)),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        afterNextRender(() => this.focusPage(), { injector: this.injector });
      });
  }

  private async showLeaving(): Promise<void> {
    const line = await leavingLine();
    if (this.leaving().length === 0) this.leaving().createComponent(line);
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.focusPage();
  }

  /** Puts focus where the new page begins, so that it is read out from its heading. */
  private focusPage(): void {
    const main = this.document.getElementById('main');
    const start = main?.querySelector<HTMLElement>('h1[tabindex]') ?? main;
    start?.focus({ preventScroll: true });
  }
}

function pathOf(event: NavigationEnd): string | undefined {
  return event.urlAfterRedirects.split(/[?#]/)[0];
}
