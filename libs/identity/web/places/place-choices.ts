import { InjectionToken } from '@angular/core';
import type { GroupPlace } from '@luotsi/identity/model';
import type { Localised } from '@luotsi/platform/model';
import type { ApiClient } from '@luotsi/platform/web';

/** Something to choose, with its name in every language. */
export interface NamedChoice {
  readonly value: string;
  readonly name: Localised;
}

/** What people choose from when they say where they work, and where roles are held. */
export interface PlaceChoices {
  readonly regions: readonly NamedChoice[];
  readonly groups: readonly (NamedChoice & GroupPlace)[];
  readonly organisations: readonly (NamedChoice & { readonly region: string | null })[];
  readonly sectors: readonly NamedChoice[];
  readonly practitionerTypes: readonly (NamedChoice & { readonly description: Localised })[];
}

/** How the choices are fetched: the slices further down know them, and the app plugs them in. */
export const PLACE_CHOICES = new InjectionToken<(client: ApiClient) => Promise<PlaceChoices>>(
  'PLACE_CHOICES',
);
