import { Component, computed, inject } from '@angular/core';
import { MatAnchor } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listRegions } from '@luotsi/network/model';
import {
  ApiClient,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { networkTexts } from './texts';

/** Every region with who coordinates it and its ELO group. */
@Component({
  selector: 'lu-regions-page',
  imports: [LocalisedText, MatAnchor, PageHeader, ProblemNotice, RouterLink, Skeleton],
  template: `
    <lu-page-header [heading]="t('regions.title')" [answer]="answer()">
      <a action matButton="outlined" routerLink="/groups">{{ t('regions.groups') }}</a>
    </lu-page-header>
    @if (list.latest()) {
      <ul class="bare-list" [attr.aria-label]="t('regions.list')">
        @for (region of regions(); track region.code) {
          <li>
            <h2>
              <a [routerLink]="['/regions', region.code]"><lu-text [of]="region.name" /></a>
            </h2>
            <p class="quiet">
              @if (region.coordinator; as centre) {
                <span class="unseen">{{ t('regions.coordinator') }}: </span>
                <lu-text [of]="centre.name" />
              }
            </p>
            <p>
              @for (group of region.groups; track group.id) {
                <a [routerLink]="['/groups', group.id]"><lu-text [of]="group.name" /></a>
              } @empty {
                <span class="quiet">{{ t('regions.none') }}</span>
              }
            </p>
          </li>
        }
      </ul>
    } @else if (list.problem()) {
      <lu-problem [of]="list.problem()" [canRetry]="true" (retry)="list.reload()" />
    } @else {
      <lu-skeleton [lines]="10" />
    }
  `,
  styleUrl: './lines.scss',
})
export class RegionsPage {
  protected readonly t = useTexts(networkTexts);
  private readonly format = inject(Format);
  protected readonly list = inject(ApiClient).resource(listRegions, () => ({}));
  protected readonly regions = computed(() =>
    this.format.sorted(this.list.latest()?.items ?? [], ({ name }) => this.format.text(name)),
  );
  protected readonly answer = computed(() => {
    const regions = this.list.latest()?.items;
    if (!regions) return null;
    const groups = regions.reduce((sum, region) => sum + region.groups.length, 0);
    return this.t('regions.answer', { regions: regions.length, groups });
  });
}
