import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listGroups } from '@luotsi/network/model';
import {
  ApiClient,
  BackLink,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { networkTexts } from './texts';

/** The groups of the network by their kind. */
@Component({
  selector: 'lu-groups-page',
  imports: [BackLink, LocalisedText, PageHeader, ProblemNotice, RouterLink, Skeleton],
  template: `
    <lu-page-header [heading]="t('groups.title')" [answer]="t('groups.answer')">
      <lu-back-link to="/regions">{{ t('regions.title') }}</lu-back-link>
    </lu-page-header>
    @for (part of parts(); track part.kind) {
      <section>
        <h2>{{ t(part.kind) }}</h2>
        <ul class="bare-list" [class.themed]="part.kind === 'groups.development'">
          @for (group of part.groups; track group.id) {
            <li>
              <a [routerLink]="['/groups', group.id]">
                <lu-text [of]="group.theme?.name ?? group.name" />
              </a>
              @if (group.theme; as theme) {
                <p class="quiet small"><lu-text [of]="theme.title" /></p>
              }
            </li>
          }
        </ul>
      </section>
    } @empty {
      @if (list.problem()) {
        <lu-problem [of]="list.problem()" [canRetry]="true" (retry)="list.reload()" />
      } @else {
        <lu-skeleton [lines]="10" />
      }
    }
  `,
  styles: `
    section {
      margin-block-start: 32px;
    }

    ul {
      margin-block-start: 8px;
      column-gap: 32px;
    }

    li {
      padding-block: 10px;
      border-top: 1px solid var(--lu-line);
      break-inside: avoid;
    }

    @media (width >= 48rem) {
      ul:not(.themed) {
        columns: 2;
      }

      .themed li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr);
        gap: 24px;
      }
    }
  `,
})
export class GroupsPage {
  protected readonly t = useTexts(networkTexts);
  private readonly format = inject(Format);
  protected readonly list = inject(ApiClient).resource(listGroups, () => ({
    query: {},
  }));
  protected readonly parts = computed(() => {
    const groups = this.list.latest()?.items ?? [];
    const of = (kind: string) => groups.filter((group) => group.kind === kind);
    const byName = this.format.sorted(of('elo'), ({ name }) => this.format.text(name));
    return (
      [
        { kind: 'groups.development', groups: of('development') },
        { kind: 'groups.elo', groups: byName },
        { kind: 'groups.national', groups: of('national') },
      ] as const
    ).filter((part) => part.groups.length > 0);
  });
}
