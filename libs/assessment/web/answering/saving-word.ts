import { Component, computed, input } from '@angular/core';
import { SignInLink } from '@luotsi/identity/web';
import { Icon, useTexts } from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';
import type { Saving } from './answering.store';

/** How it stands with saving, quietly; only what keeps answers from being sent is read out. */
@Component({
  selector: 'lu-saving',
  imports: [Icon, SignInLink],
  template: `
    <p class="quiet small" [hidden]="held()">
      @if (state() === 'saved') {
        <lu-icon name="done" />
      }
      {{ held() ? '' : words() }}
    </p>
    <div role="status">
      @if (held()) {
        <p class="held small">
          {{ words() }}
          @if (state() === 'signedOut') {
            <a luSignInLink>{{ t('saving.signIn') }}</a>
          }
        </p>
      }
    </div>
  `,
  styles: `
    .held {
      padding: 10px 12px;
      border-inline-start: 4px solid var(--lu-lantern-edge);
      border-radius: var(--lu-radius);
      background: var(--lu-lantern-soft);
      color: var(--lu-ink);
    }
  `,
})
export class SavingWord {
  protected readonly t = useTexts(assessmentTexts);
  readonly state = input.required<Saving>();
  protected readonly held = computed(() => ['waiting', 'signedOut'].includes(this.state()));
  protected readonly words = computed(() => this.t(`saving.${this.state()}`));
}
