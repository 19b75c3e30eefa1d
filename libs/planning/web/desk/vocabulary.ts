import { computed, inject, Injectable, Injector } from '@angular/core';
import { listFrameworks } from '@luotsi/framework/model';
import { listGroups, listRegions, listThemes } from '@luotsi/network/model';
import type { Localised } from '@luotsi/platform/model';
import { ApiClient, Format } from '@luotsi/platform/web';
import type { PlanNames } from '@luotsi/planning/model';

/** A code or id and its name. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** What a planned training can refer to: regions, competences, themes, groups. Provided by the desk. */
@Injectable()
export class Vocabulary {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly here = { injector: inject(Injector) };
  private readonly regionList = this.client.resource(listRegions, () => ({}), this.here);
  private readonly themeList = this.client.resource(listThemes, () => ({}), this.here);
  private readonly groupList = this.client.resource(listGroups, () => ({ query: {} }), this.here);
  private readonly frameworkList = this.client.resource(listFrameworks, () => ({}), this.here);

  readonly regions = computed(() =>
    this.format.sorted(
      (this.regionList.value()?.items ?? []).map(({ code, name }) => this.choice(code, name)),
      ({ name }) => name,
    ),
  );
  readonly themes = computed(() =>
    (this.themeList.value()?.items ?? []).map(({ id, name }) => this.choice(id, name)),
  );
  readonly groups = computed(() =>
    (this.groupList.value()?.items ?? []).map(({ id, name }) => this.choice(id, name)),
  );
  readonly competences = computed(() =>
    (this.frameworkList.value()?.items ?? []).flatMap(({ competences }) =>
      competences.map(({ code, name }) => this.choice(code, name)),
    ),
  );

  /** Names of everything, for lines that have just been written. */
  readonly names = computed<PlanNames>(() => ({
    regions: named(this.regionList.value()?.items, 'code'),
    themes: named(this.themeList.value()?.items, 'id'),
    groups: named(this.groupList.value()?.items, 'id'),
    competences: named(
      this.frameworkList.value()?.items.flatMap(({ competences }) => competences),
      'code',
    ),
  }));

  private choice(value: string, name: Localised): Choice {
    return { value, name: this.format.text(name) };
  }
}

function named<Key extends string>(
  items: readonly ({ readonly name: Localised } & Readonly<Record<Key, string>>)[] | undefined,
  key: Key,
): Record<string, Localised> {
  return Object.fromEntries((items ?? []).map((item) => [item[key], item.name]));
}
