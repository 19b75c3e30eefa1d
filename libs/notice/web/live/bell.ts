import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, useTexts } from '@luotsi/platform/web';
import { noticeTexts } from '../texts';
import { LiveNotices } from './live-notices';

/** The bell in the head: how many notices are unread, and the way to them. Says when one comes. */
@Component({
  selector: 'lu-bell',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <a
      routerLink="/notices"
      routerLinkActive="here"
      ariaCurrentWhenActive="page"
      [attr.aria-label]="label()"
    >
      <lu-icon name="bell" />
      @if (unread() > 0) {
        <span aria-hidden="true">{{ unread() > 99 ? '99+' : unread() }}</span>
      }
    </a>
    <span class="unseen" role="status">{{ said() }}</span>
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
    }

    a {
      position: relative;
      display: grid;
      place-items: center;
      min-width: 44px;
      border-bottom: 4px solid transparent;
      padding-top: 4px;
      color: var(--lu-on-band);
      text-decoration: none;
    }

    a.here {
      border-bottom-color: currentcolor;
    }

    a:focus-visible {
      outline-color: var(--lu-on-band);
      outline-offset: -4px;
    }

    lu-icon {
      width: 24px;
      height: 24px;
    }

    a > span {
      position: absolute;
      inset-block-end: calc(50% - 2px);
      inset-inline-start: calc(50% + 2px);
      min-width: 18px;
      padding-inline: 4px;
      border-radius: 9px;
      background: var(--lu-lantern);
      color: var(--lu-on-lantern);
      font-size: var(--lu-size-1);
      font-weight: 680;
      line-height: 18px;
      text-align: center;
    }

    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class Bell {
  protected readonly t = useTexts(noticeTexts);
  private readonly live = inject(LiveNotices);
  protected readonly unread = computed(() => this.live.unread() ?? 0);
  protected readonly label = computed(() =>
    this.unread() > 0 ? this.t('bell.some', { count: this.unread() }) : this.t('bell.none'),
  );
  protected readonly said = computed(() => {
    const title = this.live.newest()?.title;
    return title === undefined ? '' : this.t('bell.arrived', { title });
  });
}
