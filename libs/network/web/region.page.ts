import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getRegion, listOrganisations, sectorNames, sectors } from '@luotsi/network/model';
import {
  ApiClient,
  BackLink,
  dateOf,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { PlaceSlot, SESSIONS_OF_PLACE } from './slots';
import { networkTexts } from './texts';

/** A region: its sessions, who coordinates it now and did before, its group, areas, organisations. */
@Component({
  selector: 'lu-region-page',
  imports: [
    BackLink,
    LocalisedText,
    PageHeader,
    PlaceSlot,
    ProblemNotice,
    RouterLink,
    Skeleton,
    StatusWord,
  ],
  templateUrl: './region.page.html',
  styleUrl: './place.scss',
})
export class RegionPage {
  protected readonly t = useTexts(networkTexts);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  protected readonly sessions = SESSIONS_OF_PLACE;
  readonly code = input.required<string>();
  protected readonly region = this.client.resource(getRegion, () => ({
    params: { code: this.code() },
  }));
  private readonly organisations = this.client.resource(listOrganisations, () => ({
    query: { region: this.code() },
  }));
  private readonly today = dateOf(new Date());

  protected readonly centres = computed(() =>
    (this.region.value()?.centres ?? []).map((centre) => ({
      ...centre,
      now: centre.validFrom <= this.today && (centre.validTo ?? this.today) >= this.today,
      when: centre.validTo
        ? this.t('region.span', {
            from: this.format.date(centre.validFrom),
            to: this.format.date(centre.validTo),
          })
        : this.t('region.from', { from: this.format.date(centre.validFrom) }),
    })),
  );
  protected readonly answer = computed(() => {
    const now = this.centres().find((centre) => centre.now);
    if (!now) return this.t('region.noCentre');
    return this.t('region.answer', { centre: this.format.text(now.name) });
  });
  /** The region's organisations under the sectors that have any. */
  protected readonly bySector = computed(() => {
    const all = this.organisations.value()?.items ?? [];
    return sectors
      .map((sector) => ({
        sector,
        name: this.format.text(sectorNames[sector]),
        organisations: all.filter((organisation) => organisation.sector === sector),
      }))
      .filter(({ organisations }) => organisations.length > 0);
  });
}
