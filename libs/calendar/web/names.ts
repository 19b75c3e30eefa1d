import { computed, inject, Injectable, Injector } from '@angular/core';
import { listFrameworks } from '@luotsi/framework/model';
import { listRegions, listThemes } from '@luotsi/network/model';
import type { Localised } from '@luotsi/platform/model';
import { ApiClient, Format, useTexts } from '@luotsi/platform/web';
import { calendarTexts } from './texts';

/** A reference code with its name in the current language. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** The names of regions, themes and competences by their codes, read once. */
@Injectable({ providedIn: 'root' })
export class Names {
  private readonly api = inject(ApiClient);
  private readonly injector = inject(Injector);
  private readonly format = inject(Format);
  private readonly t = useTexts(calendarTexts);

  private readonly regionList = this.read(listRegions);
  private readonly themeList = this.read(listThemes);
  private readonly frameworkList = this.read(listFrameworks);

  /** Regions in the order of the alphabet. */
  readonly regions = computed(() =>
    this.named(this.regionList.value()?.items.map(({ code, name }) => ({ code, name }))),
  );
  /** Themes in the order that they were given. */
  readonly themes = computed(() =>
    (this.themeList.value()?.items ?? []).map(({ id, name }) => ({
      code: id,
      name: this.format.text(name),
    })),
  );
  readonly competences = computed(() =>
    (this.frameworkList.value()?.items ?? []).flatMap((framework) =>
      framework.competences.map(({ code, name }) => ({ code, name: this.format.text(name) })),
    ),
  );

  region(code: string): string {
    return nameOf(this.regions(), code);
  }

  theme(code: string): string {
    return nameOf(this.themes(), code);
  }

  competence(code: string): string {
    return nameOf(this.competences(), code);
  }

  /** "Lapissa", "i Lappland", "in Lapland"; the bare name of a region too new for our texts. */
  inRegion(code: string): string {
    return this.t(`inRegion.${code}` as 'inRegion.19') || this.region(code);
  }

  private read<Definition extends Parameters<ApiClient['resource']>[0]>(definition: Definition) {
    const nothing = (): never => ({}) as never;
    return this.api.resource<Definition>(definition, nothing, { injector: this.injector });
  }

  private named(list: readonly { code: string; name: Localised }[] | undefined): Named[] {
    const named = (list ?? []).map(({ code, name }) => ({ code, name: this.format.text(name) }));
    return this.format.sorted(named, ({ name }) => name);
  }
}

function nameOf(list: readonly Named[], code: string): string {
  return list.find((named) => named.code === code)?.name ?? code;
}
