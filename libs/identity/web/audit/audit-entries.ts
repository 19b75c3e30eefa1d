import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { auditActions, auditDetails, type AuditEntry } from '@luotsi/identity/model';
import { Format, Language, useTexts } from '@luotsi/platform/web';
import { auditTexts } from './texts';

/** Entries of the log as a table; on a narrow page each is a block of its own. */
@Component({
  selector: 'lu-audit-entries',
  imports: [RouterLink],
  template: `
    <table>
      <thead>
        <tr>
          @for (column of columns; track column) {
            <th scope="col">{{ t(column) }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (entry of entries(); track entry.id) {
          <tr>
            <td class="at">{{ format.moment(entry.at) }}</td>
            <td class="what">{{ format.text(words[entry.action]) }}</td>
            <td class="actor">
              <span class="label" aria-hidden="true">{{ t('columns.actor') }}</span>
              @if (entry.actor; as actor) {
                @if (actor.name) {
                  <a [routerLink]="[]" [queryParams]="only(actor.id)">{{ actor.name }}</a>
                } @else {
                  {{ t('deleted') }}
                }
              } @else {
                {{ t(entry.action === 'sign-in-failed' ? 'unknown' : 'service') }}
              }
            </td>
            <td [class.nothing]="entry.subjectCount === 0">
              @if (entry.subjectCount > 0) {
                <span class="label" aria-hidden="true">{{ t('columns.subjects') }}</span>
              }
              @for (subject of entry.subjects; track subject.id; let last = $last) {
                @if (subject.name) {
                  <a [routerLink]="[]" [queryParams]="only(subject.id)">{{ subject.name }}</a>{{
                    last ? '' : ', '
                  }}
                } @else {
                  {{ t('deleted') }}{{ last ? '' : ', ' }}
                }
              }
              @if (entry.subjectCount > entry.subjects.length) {
                {{ t('others', { count: entry.subjectCount - entry.subjects.length }) }}
              }
            </td>
            <td [class.nothing]="detailsOf(entry) === ''">{{ detailsOf(entry) }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './audit-entries.scss',
})
export class AuditEntries {
  private readonly language = inject(Language);
  protected readonly t = useTexts(auditTexts);
  protected readonly format = inject(Format);
  protected readonly words = auditActions;
  protected readonly columns = [
    'columns.at',
    'columns.what',
    'columns.actor',
    'columns.subjects',
    'columns.details',
  ] as const;
  readonly entries = input.required<readonly AuditEntry[]>();

  protected only(person: string) {
    return { person };
  }

  protected detailsOf({ facts, subjectCount }: AuditEntry): string {
    // How many they were stands beside their names already.
    const { count, ...others } = facts;
    const told = subjectCount > 0 ? others : { ...others, count };
    return auditDetails(told, this.language.current()).join(', ');
  }
}
