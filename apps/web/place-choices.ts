import { getFramework, listFrameworks } from '@luotsi/framework/model';
import type { PlaceChoices } from '@luotsi/identity/web';
import {
  listGroups,
  listOrganisations,
  listRegions,
  sectorNames,
  sectors,
} from '@luotsi/network/model';
import type { ApiClient } from '@luotsi/platform/web';

/** What profiles and roles choose from: the network knows the places, a framework who practises. */
export async function placeChoices(client: ApiClient): Promise<PlaceChoices> {
  const [regions, groups, organisations, frameworks] = await Promise.all([
    client.send(listRegions, {}),
    client.send(listGroups, { query: {} }),
    client.send(listOrganisations, { query: {} }),
    client.send(listFrameworks, {}),
  ]);
  const [first] = frameworks.items;
  const framework = first
    ? await client.send(getFramework, { params: { id: first.id }, query: {} })
    : undefined;
  return {
    regions: regions.items.map(({ code, name }) => ({ value: code, name })),
    groups: groups.items.map(({ id, kind, name, region, theme }) => ({
      value: id,
      kind,
      name: theme?.name ?? name,
      region: region?.code ?? null,
    })),
    organisations: organisations.items.map(({ id, name, regionCode }) => ({
      value: id,
      name,
      region: regionCode,
    })),
    sectors: sectors.map((value) => ({ value, name: sectorNames[value] })),
    practitionerTypes: (framework?.levels ?? []).map(({ id, name, description }) => ({
      value: id,
      name,
      description,
    })),
  };
}
