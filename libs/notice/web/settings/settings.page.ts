import { Component, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { NoticeSettings, NoticeSettingsChange } from '@luotsi/notice/model';
import {
  BackLink,
  Field,
  FieldControl,
  Format,
  Icon,
  Notices,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { noticeTexts } from '../texts';
import { SettingsStore } from './settings.store';

type Kind = NoticeSettings['kinds'][number];

/** What is offered to whoever begins to wish for it. */
const USUAL = { bundleAt: '16:00', quiet: { from: '21:00', until: '07:00' } } as const;

/** Every half hour of a day: `00:00` … `23:30`. */
const HALF_HOURS = Array.from({ length: 48 }, (_, at) => {
  const hour = String(Math.floor(at / 2)).padStart(2, '0');
  return `${hour}:${at % 2 === 0 ? '00' : '30'}`;
});

/** How one wants to be told: of what, where, when. Each choice is kept as it is made. */
@Component({
  selector: 'lu-notice-settings-page',
  imports: [
    BackLink,
    Field,
    FieldControl,
    Icon,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
  ],
  providers: [SettingsStore],
  templateUrl: './settings.page.html',
  styleUrl: './settings.page.scss',
})
export class SettingsPage {
  protected readonly t = useTexts(noticeTexts);
  protected readonly format = inject(Format);
  protected readonly store = inject(SettingsStore);
  private readonly notices = inject(Notices);
  protected readonly ways = ['app', 'mail'] as const;
  protected readonly wayWords = { app: 'settings.app', mail: 'settings.mail' } as const;
  /** Remembered while it is off, so that turning it on again brings it back. */
  protected readonly bundleAt = linkedSignal<string | null | undefined, string>({
    source: () => this.store.settings()?.bundleAt,
    computation: (now, before) => now ?? before?.value ?? USUAL.bundleAt,
  });
  protected readonly quiet = linkedSignal<
    NoticeSettings['quiet'] | undefined,
    { from: string; until: string }
  >({
    source: () => this.store.settings()?.quiet,
    computation: (now, before) => now ?? before?.value ?? USUAL.quiet,
  });

  protected choose({ kind, app, mail }: Kind, way: 'app' | 'mail', chosen: boolean): void {
    void this.keep({ kinds: [{ kind, app, mail, [way]: chosen }] });
  }

  protected bundle(at: string | null): void {
    void this.keep({ bundleAt: at });
  }

  protected rest(quiet: { from?: string; until?: string } | null): void {
    void this.keep({ quiet: quiet && { ...this.quiet(), ...quiet } });
  }

  /** The times to choose from, as they are written here, and the one that is chosen. */
  protected timesWith(chosen: string): { value: string; label: string }[] {
    const times = [...new Set([...HALF_HOURS, chosen])].sort();
    return times.map((value) => ({
      value,
      label: this.format.time(`2027-01-01T${value}:00Z`, 'UTC'),
    }));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  private async keep(change: NoticeSettingsChange): Promise<void> {
    if (await this.store.change(change)) this.notices.tell(this.t('settings.saved'));
  }
}
