import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionItem } from '@luotsi/calendar/model';
import { Format, Icon, LocalisedText, useTexts } from '@luotsi/platform/web';
import { SessionWords } from '../session/session-words';
import { PlannedWords } from './planned-words';
import { interestTexts } from './texts';

/** A session without a date as a line: when it may be, its title, place and how many are interested. */
@Component({
  selector: 'lu-undated-line',
  imports: [Icon, LocalisedText, RouterLink],
  template: `
    <p class="when">{{ when() }}</p>
    <div>
      <h3>
        <a [routerLink]="['/sessions', session().id]"><lu-text [of]="session().title" /></a>
      </h3>
      <p class="quiet small meta">
        <span
          ><lu-icon [name]="session().form === 'online' ? 'online' : 'place'" />{{ where() }}</span
        >
        @if (session().organiser; as organiser) {
          <span>{{ format.text(organiser.name) }}</span>
        }
        <span>{{ t('count', { count: session().interestCount ?? 0 }) }}</span>
      </p>
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 9rem minmax(0, 1fr);
      gap: 2px 16px;
      padding-block: 12px;
    }

    .when {
      padding-top: 2px;
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
      font-weight: 600;
    }

    h3 {
      font-size: var(--lu-size-3);
      line-height: 1.35;
    }

    h3 a {
      color: inherit;
      text-decoration: none;

      &:hover {
        color: var(--lu-fairway);
        text-decoration: underline;
      }
    }

    .meta {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 16px;
    }

    .meta lu-icon {
      margin-inline: -2px 4px;
    }

    @media (width < 48rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class UndatedLine {
  protected readonly t = useTexts(interestTexts);
  protected readonly format = inject(Format);
  private readonly words = inject(SessionWords);
  private readonly planned = inject(PlannedWords);
  readonly session = input.required<SessionItem>();
  protected readonly where = computed(() => this.words.where(this.session()));
  protected readonly when = computed(() => {
    const { planned } = this.session();
    return planned ? this.planned.of(planned) : '';
  });
}
