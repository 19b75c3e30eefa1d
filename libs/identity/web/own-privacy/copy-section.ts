import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { downloadOwnData, type OwnPrivacy, requestOwnData } from '@luotsi/identity/model';
import { addressOf } from '@luotsi/platform/model';
import {
  ApiClient,
  Format,
  Icon,
  KeepFocus,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { JobView } from '../job/job-view';
import { privacyTexts } from './texts';

/** A copy of one's data: asked for, followed while it is made, fetched when it is ready. */
@Component({
  selector: 'lu-copy-section',
  imports: [Icon, JobView, KeepFocus, MatButton, ProblemNotice],
  template: `
    <section class="stack" aria-labelledby="lu-copy" luKeepFocus>
      <h2 id="lu-copy">{{ t('copy.heading') }}</h2>
      <p>{{ t('copy.text') }}</p>
      <lu-problem [of]="problem()" />
      @if (making(); as job) {
        <lu-job [id]="job" (finished)="end()">
          <p failed>{{ t('copy.failed') }}</p>
        </lu-job>
      }
      @if (ready(); as copy) {
        <p role="status">{{ t('copy.ready', { day: format.onDay(copy.until ?? '') }) }}</p>
        <div class="row">
          <a matButton="filled" [href]="address()" download>
            <lu-icon name="download" />{{ t('copy.download', { size: size() }) }}
          </a>
          <button matButton type="button" (click)="ask()">{{ t('copy.again') }}</button>
        </div>
      } @else if (!making()) {
        @if (own().archive?.state === 'failed') {
          <p>{{ t('copy.failed') }}</p>
        }
        <div>
          <button matButton="outlined" type="button" (click)="ask()">{{ t('copy.make') }}</button>
        </div>
      }
    </section>
  `,
})
export class CopySection {
  private readonly client = inject(ApiClient);
  protected readonly t = useTexts(privacyTexts);
  protected readonly format = inject(Format);
  protected readonly problem = signal<ProblemError | null>(null);
  readonly own = input.required<OwnPrivacy>();
  /** There may be another copy now. */
  readonly changed = output();

  protected readonly making = linkedSignal(() => {
    const copy = this.own().archive;
    return copy?.state === 'making' ? copy.id : null;
  });
  protected readonly ready = computed(() => {
    const copy = this.own().archive;
    return copy?.state === 'ready' && this.making() === null ? copy : null;
  });
  protected readonly address = computed(() =>
    addressOf(downloadOwnData, { params: { id: this.ready()?.id } }),
  );
  protected readonly size = computed(() =>
    this.format.number(Math.max(1, Math.round((this.ready()?.bytes ?? 0) / 1_024)), 0),
  );

  protected async ask(): Promise<void> {
    this.problem.set(null);
    try {
      const { job } = await this.client.send(requestOwnData, {});
      this.making.set(job);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }

  protected end(): void {
    this.changed.emit();
  }
}
