import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { useTexts } from '@luotsi/platform/web';
import { planningTexts } from '../texts';

/** One field that two people have written differently. */
export interface ConflictRow {
  readonly name: string;
  readonly theirs: string;
  readonly yours: string;
}

/** What someone else has saved meanwhile, beside one's own: nobody's words are lost silently. */
@Component({
  selector: 'lu-conflict',
  imports: [MatButton],
  template: `
    <div class="notice stack" role="alert">
      <h4>{{ t('conflict.heading') }}</h4>
      <p>{{ t('conflict.text') }}</p>
      <div class="wide-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ t('conflict.field') }}</th>
              <th scope="col">{{ t('conflict.theirs') }}</th>
              <th scope="col">{{ t('conflict.yours') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.name) {
              <tr>
                <th scope="row">{{ row.name }}</th>
                <td>{{ row.theirs || t('conflict.empty') }}</td>
                <td>{{ row.yours || t('conflict.empty') }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <div class="row">
        <button matButton="outlined" type="button" (click)="useTheirs.emit()">
          {{ t('conflict.useTheirs') }}
        </button>
        <button matButton="outlined" type="button" (click)="keepYours.emit()">
          {{ t('conflict.keepYours') }}
        </button>
      </div>
    </div>
  `,
  styles: `
    .notice {
      padding: 16px;
      border: 1px solid var(--lu-lantern-edge);
      border-radius: var(--lu-radius);
      background: var(--lu-lantern-soft);
    }
  `,
})
export class Conflict {
  protected readonly t = useTexts(planningTexts);
  readonly rows = input.required<readonly ConflictRow[]>();
  readonly useTheirs = output();
  readonly keepYours = output();
}
