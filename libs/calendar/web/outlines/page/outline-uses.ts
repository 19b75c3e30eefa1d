import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OutlineUse } from '@luotsi/calendar/model';
import { Format, LocalisedText, StatusWord, useTexts } from '@luotsi/platform/web';
import { statusKinds } from '../../organise/session-status';
import { organiseTexts } from '../../organise/texts';
import { OutlineWords } from '../outline-words';
import { outlineTexts } from '../texts';

/** Where an outline has been used: the sessions that were started from it, the latest first. */
@Component({
  selector: 'lu-outline-uses',
  imports: [LocalisedText, RouterLink, StatusWord],
  template: `
    <h2>{{ t('page.used') }}</h2>
    @if (uses().length === 0) {
      <p class="quiet">{{ t('page.unused') }}</p>
    } @else {
      <div class="wide-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ t('page.when') }}</th>
              <th scope="col">{{ t('page.session') }}</th>
              <th scope="col">{{ t('page.where') }}</th>
              <th scope="col">{{ t('page.organiser') }}</th>
              <th scope="col" class="number">{{ t('page.version') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (use of uses(); track use.id) {
              <tr>
                <td>{{ use.start ? format.date(use.start) : t('page.noDate') }}</td>
                <td>
                  <a [routerLink]="['/sessions', use.id]"><lu-text [of]="use.title" /></a>
                  @if (use.status === 'cancelled' || use.status === 'postponed') {
                    <lu-status [kind]="kinds[use.status]">{{
                      state(use.status === 'cancelled' ? 'status.cancelled' : 'status.postponed')
                    }}</lu-status>
                  }
                </td>
                <td>{{ words.regions(use.regions) }}</td>
                <td>
                  @if (use.organiser; as organiser) {
                    <lu-text [of]="organiser.name" />
                  }
                </td>
                <td class="number">{{ use.version }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: 32px;
    }

    h2 {
      margin-block-end: 8px;
    }

    td:first-child {
      white-space: nowrap;
    }
  `,
})
export class OutlineUses {
  protected readonly t = useTexts(outlineTexts);
  protected readonly state = useTexts(organiseTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(OutlineWords);
  protected readonly kinds = statusKinds;
  readonly uses = input.required<readonly OutlineUse[]>();
}
