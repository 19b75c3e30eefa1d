import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { isActive, Router, RouterLink } from '@angular/router';
import { keepMe } from '@luotsi/identity/model';
import {
  ApiClient,
  Format,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { privacyTexts } from './texts';

/**
 * On every page of who is leaving: until when they may change their mind, and the button for it. Not on
 * the page that says so itself.
 */
@Component({
  selector: 'lu-leaving-line',
  imports: [MatButton, ProblemNotice, RouterLink],
  template: `
    @if (day(); as day) {
      <div role="region" [attr.aria-label]="t('delete.heading')">
        <p>
          <a routerLink="/account/privacy">{{ t('leaving', { day }) }}</a>
        </p>
        <button matButton type="button" (click)="keep()">{{ t('delete.keep') }}</button>
        <lu-problem [of]="problem()" />
      </div>
    }
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      align-items: center;
      padding: 4px 16px;
      background: var(--lu-sunk);
    }

    p {
      margin: 0;
    }
  `,
})
export class LeavingLine {
  private readonly client = inject(ApiClient);
  private readonly current = inject(CurrentPerson);
  private readonly format = inject(Format);
  private readonly notices = inject(Notices);
  protected readonly t = useTexts(privacyTexts);
  private readonly isSaid = isActive('/account/privacy', inject(Router));
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly day = computed(() => {
    const due = this.current.person()?.deletionDueAt;
    return due && !this.isSaid() ? this.format.onDay(due) : null;
  });

  protected async keep(): Promise<void> {
    this.problem.set(null);
    try {
      await this.client.send(keepMe, {});
      await this.current.load();
      this.notices.tell(this.t('delete.kept'));
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }
}
