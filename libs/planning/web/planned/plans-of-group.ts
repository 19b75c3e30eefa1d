import { Component, computed, inject, Injector, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ApiClient, StatusWord, useTexts } from '@luotsi/platform/web';
import { listPlans, type PlanState } from '@luotsi/planning/model';
import { planningTexts } from '../texts';

const words = {
  draft: 'state.draft',
  submitted: 'state.submitted',
  published: 'state.published',
  superseded: 'state.superseded',
} as const;

/** The annual plans of a development group, the latest year first. */
@Component({
  selector: 'lu-plans-of-group',
  imports: [RouterLink, StatusWord],
  template: `
    @if (found(); as found) {
      <ul class="bare-list hairlines">
        @for (plan of found.items; track plan.id) {
          <li class="row">
            <a
              [routerLink]="
                plan.state === 'published' ? ['/plans', plan.year] : ['/plans', plan.id, 'edit']
              "
              >{{ t('years.heading', { year: plan.year }) }}</a
            >
            <span class="small quiet">{{ t('inwork.items', { count: plan.itemCount }) }}</span>
            <lu-status [kind]="plan.state === 'published' ? 'good' : 'quiet'">
              {{ t(word(plan.state)) }}
            </lu-status>
          </li>
        } @empty {
          <li class="quiet">{{ t('ofgroup.none') }}</li>
        }
      </ul>
    }
  `,
  styles: `
    li {
      padding-block: 10px;
    }
  `,
})
export class PlansOfGroup {
  protected readonly t = useTexts(planningTexts);
  readonly group = input<string>();
  protected readonly list = inject(ApiClient).resource(
    listPlans,
    () => {
      const group = this.group();
      return group === undefined ? undefined : { query: { group } };
    },
    { injector: inject(Injector) },
  );

  /** The list, once there are words for it: the page that it fills doesn't wait for them. */
  protected readonly found = computed(() =>
    this.t('ofgroup.none') ? this.list.latest() : undefined,
  );

  protected word(state: PlanState) {
    return words[state];
  }
}
