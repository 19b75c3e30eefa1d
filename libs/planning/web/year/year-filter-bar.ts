import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { listRegions } from '@luotsi/network/model';
import { ApiClient, Filter, Filters, Format, useTexts } from '@luotsi/platform/web';
import { planItemForms, type YearOfPlans } from '@luotsi/planning/model';
import { planningTexts } from '../texts';
import type { YearFilters } from './year-filters';

type RegionKey = 'inRegion.19';

/** The filters of a year's page as a sentence. */
@Component({
  selector: 'lu-year-filter-bar',
  imports: [Filter, Filters, MatButton],
  template: `
    <lu-filters [lead]="set() ? t('filter.leadSet') : t('filter.lead')" [label]="t('filter.label')">
      <lu-filter
        [label]="t('filter.region')"
        [any]="t('filter.regionAny')"
        [options]="regions()"
        [value]="filters().region"
        (valueChange)="narrow.emit({ region: $event })"
      />
      <lu-filter
        [label]="t('filter.competence')"
        [any]="t('filter.competenceAny')"
        [options]="competences()"
        [value]="filters().competence"
        (valueChange)="narrow.emit({ competence: $event })"
      />
      <lu-filter
        [label]="t('filter.form')"
        [any]="t('filter.formAny')"
        [options]="forms()"
        [value]="filters().form"
        (valueChange)="narrow.emit({ form: $event })"
      />
      @if (groups().length > 1) {
        <lu-filter
          [label]="t('filter.group')"
          [any]="t('filter.groupAny')"
          [options]="groups()"
          [value]="filters().group"
          (valueChange)="narrow.emit({ group: $event })"
        />
      }
      @if (set()) {
        <button
          matButton
          type="button"
          (click)="narrow.emit({ region: '', competence: '', form: '', group: '' })"
        >
          {{ t('filter.clear') }}
        </button>
      }
    </lu-filters>
  `,
})
export class YearFilterBar {
  protected readonly t = useTexts(planningTexts);
  private readonly format = inject(Format);
  private readonly list = inject(ApiClient).resource(listRegions, () => ({}));
  readonly filters = input.required<YearFilters>();
  readonly year = input.required<YearOfPlans>();
  readonly narrow = output<Partial<YearFilters>>();

  protected readonly set = computed(() =>
    Object.values(this.filters()).some((value: string) => value !== ''),
  );
  protected readonly regions = computed(() => {
    const named = (this.list.value()?.items ?? []).map(({ code, name }) => ({
      value: code,
      name: this.format.text(name),
    }));
    return this.format
      .sorted(named, ({ name }) => name)
      .map(({ value, name }) => ({
        value,
        label: this.t(`inRegion.${value}` as RegionKey) || name,
      }));
  });
  protected readonly competences = computed(() => {
    const names = Object.assign({}, ...this.year().plans.map((plan) => plan.names.competences));
    return Object.entries(names as Record<string, { fi: string; sv: string; en: string }>).map(
      ([value, name]) => ({ value, label: this.format.text(name) }),
    );
  });
  protected readonly forms = computed(() =>
    planItemForms.map((form) => ({ value: form, label: this.t(`item.${form}`) })),
  );
  protected readonly groups = computed(() =>
    this.year().plans.map(({ group, theme, names }) => {
      const name = theme === null ? undefined : names.themes[theme];
      return { value: group.id, label: this.format.text(name ?? group.name) };
    }),
  );
}
