import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getGroup } from '@luotsi/network/model';
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
import { PlaceSlot, PLANS_OF_GROUP, SESSIONS_OF_PLACE } from './slots';
import { networkTexts } from './texts';

/** A group: what it is for, its annual plans, its sessions. */
@Component({
  selector: 'lu-group-page',
  imports: [BackLink, LocalisedText, PageHeader, PlaceSlot, ProblemNotice, RouterLink, Skeleton],
  template: `
    @if (group.value(); as it) {
      <lu-page-header [heading]="format.text(it.name)" [answer]="answer()">
        <lu-back-link to="/groups">{{ t('groups.title') }}</lu-back-link>
      </lu-page-header>
      <div class="columns">
        <div class="beside">
          @if (it.kind === 'development') {
            <section class="main">
              <h2>{{ t('group.plans') }}</h2>
              <lu-place-slot [slot]="plans" [group]="it.id" />
            </section>
          }
          <section class="main">
            <h2>{{ t('group.sessions') }}</h2>
            <lu-place-slot [slot]="sessions" [group]="it.id" />
          </section>
        </div>
        <div class="beside">
          @if (it.theme; as theme) {
            <section>
              <h2>{{ t('group.theme') }}</h2>
              <p><lu-text [of]="theme.title" /></p>
            </section>
          }
          @if (it.region; as region) {
            <section>
              <h2>{{ t('group.region') }}</h2>
              <p>
                <a [routerLink]="['/regions', region.code]"><lu-text [of]="region.name" /></a>
              </p>
            </section>
          }
        </div>
      </div>
    } @else if (group.problem(); as problem) {
      <lu-problem [of]="problem" [canRetry]="!problem.is('not-found')" (retry)="group.reload()" />
    } @else {
      <lu-skeleton [lines]="6" />
    }
  `,
  styleUrl: './place.scss',
})
export class GroupPage {
  protected readonly t = useTexts(networkTexts);
  protected readonly format = inject(Format);
  protected readonly sessions = SESSIONS_OF_PLACE;
  protected readonly plans = PLANS_OF_GROUP;
  readonly id = input.required<string>();
  protected readonly group = inject(ApiClient).resource(getGroup, () => ({
    params: { id: this.id() },
  }));
  protected readonly answer = computed(() => {
    const group = this.group.value();
    if (!group) return '';
    return this.t(`group.${group.kind}`, {
      region: group.region ? this.format.text(group.region.name) : '',
    });
  });
}
