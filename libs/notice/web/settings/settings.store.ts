import { inject, Injectable, signal } from '@angular/core';
import {
  changeNoticeSettings,
  getNoticeSettings,
  type NoticeSettings,
  type NoticeSettingsChange,
} from '@luotsi/notice/model';
import { ApiClient, ProblemError } from '@luotsi/platform/web';

/** One's settings, kept as they are changed: each change is sent by itself, in order. */
@Injectable()
export class SettingsStore {
  private readonly client = inject(ApiClient);
  private readonly read = this.client.resource(getNoticeSettings, () => ({}));
  private readonly fault = signal<ProblemError | undefined>(undefined);
  private line: Promise<unknown> = Promise.resolve();

  readonly settings = this.read.value;
  readonly unreadable = this.read.problem;
  /** Why the last change was not kept. */
  readonly problem = this.fault.asReadonly();

  reload(): void {
    this.read.reload();
  }

  /** Keeps a change; shown at once, and taken back when it is refused. @returns whether it is kept */
  change(change: NoticeSettingsChange): Promise<boolean> {
    const now = this.read.value();
    if (now) this.read.set(applied(now, change));
    const sent = this.line.then(() => this.send(change));
    this.line = sent;
    return sent;
  }

  private async send(change: NoticeSettingsChange): Promise<boolean> {
    try {
      await this.client.send(changeNoticeSettings, { body: change });
      this.fault.set(undefined);
      return true;
    } catch (thrown) {
      this.fault.set(thrown as ProblemError);
      this.read.reload();
      return false;
    }
  }
}

function applied(now: NoticeSettings, change: NoticeSettingsChange): NoticeSettings {
  const chosen = new Map((change.kinds ?? []).map((choice) => [choice.kind, choice]));
  return {
    kinds: now.kinds.map((kind) => ({ ...kind, ...chosen.get(kind.kind) })),
    bundleAt: change.bundleAt === undefined ? now.bundleAt : change.bundleAt,
    quiet: change.quiet === undefined ? now.quiet : change.quiet,
  };
}
