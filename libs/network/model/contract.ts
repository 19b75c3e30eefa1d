import { date, id, listOf, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';

/** The code of a region (maakunta) as Statistics Finland gives it: `19` is Lapland. */
export const regionCode = z
  .string()
  .regex(/^\d{2}$/)
  .meta({ id: 'RegionCode' });

/** The identifier of a development theme: `dg1` … `dg13`. */
export const themeId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .meta({ id: 'ThemeId' });

/** The kinds of group: a region's ELO group, a theme's development group, the national forum. */
export const groupKind = z.enum(['elo', 'development', 'national']).meta({ id: 'GroupKind' });
export type GroupKind = z.infer<typeof groupKind>;

/** The sectors that an organisation of the network may belong to. */
export const sectors = [
  'education',
  'liberalEducation',
  'employment',
  'youth',
  'social',
  'health',
  'stateRegional',
  'regionalCouncil',
  'thirdSector',
  'other',
] as const;
export const sector = z.enum(sectors).meta({ id: 'Sector' });
export type Sector = z.infer<typeof sector>;

const named = z.object({ id: z.string(), name: localised });

/** A region's name by its code, as other things refer to it. */
export const regionName = z
  .object({ code: regionCode, name: localised })
  .meta({ id: 'RegionName' });
export type RegionName = z.infer<typeof regionName>;

/** A state authority that coordinates guidance in its regions, for as long as it is valid. */
export const centre = z
  .object({
    id: z.string(),
    kind: z.enum(['ely', 'elinvoimakeskus']),
    name: localised,
    validFrom: date,
    validTo: date.nullable().describe('The last day; null while it goes on.'),
  })
  .meta({ id: 'Centre' });
export type Centre = z.infer<typeof centre>;

/** A development theme: our own short name and the title it was given. */
export const theme = z
  .object({ id: themeId, name: localised, title: localised })
  .meta({ id: 'Theme' });
export type Theme = z.infer<typeof theme>;

/** A group of the network. */
export const group = z
  .object({
    id,
    kind: groupKind,
    name: localised,
    region: regionName.nullable().describe('Of an ELO group.'),
    theme: theme.nullable().describe('Of a development group.'),
  })
  .meta({ id: 'Group' });
export type Group = z.infer<typeof group>;

/** A region in the list of regions. */
export const regionSummary = regionName
  .extend({
    nuts3: z.string(),
    coordinator: named.nullable().describe('The centre that coordinates it today.'),
    groups: z.array(z.object({ id, name: localised })).describe('Its ELO groups.'),
  })
  .meta({ id: 'RegionSummary' });
export type RegionSummary = z.infer<typeof regionSummary>;

/** A region with who coordinates it and before, newest first. */
export const region = regionName
  .extend({
    nuts3: z.string(),
    validFrom: date,
    validTo: date.nullable(),
    centres: z.array(centre),
    groups: z.array(z.object({ id, name: localised })),
    employmentAreas: z.array(z.object({ code: z.string(), name: localised })),
  })
  .meta({ id: 'Region' });
export type Region = z.infer<typeof region>;

/** An organisation whose people guide others. */
export const organisation = z
  .object({ id, name: localised, sector, regionCode: regionCode.nullable() })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof organisation>;

/** `GET /api/regions` */
export const listRegions = operation({
  id: 'listRegions',
  method: 'GET',
  path: '/api/regions',
  summary: 'The regions of the country, by name',
  permission: 'public.read',
  responses: { 200: listOf(regionSummary) },
});

/** `GET /api/regions/{code}` */
export const getRegion = operation({
  id: 'getRegion',
  method: 'GET',
  path: '/api/regions/{code}',
  summary: 'A region: who coordinates it now and before, its groups and employment areas',
  permission: 'public.read',
  params: z.object({ code: regionCode }),
  responses: { 200: region },
  problems: ['not-found'],
});

/** `GET /api/groups` */
export const listGroups = operation({
  id: 'listGroups',
  method: 'GET',
  path: '/api/groups',
  summary: 'The groups of the network: the national forum, ELO groups, development groups',
  permission: 'public.read',
  query: z.object({ kind: groupKind.optional() }),
  responses: { 200: listOf(group) },
});

/** `GET /api/groups/{id}` */
export const getGroup = operation({
  id: 'getGroup',
  method: 'GET',
  path: '/api/groups/{id}',
  summary: 'A group with its region or theme',
  permission: 'public.read',
  params: z.object({ id }),
  responses: { 200: group },
  problems: ['not-found'],
});

/** `GET /api/organisations` */
export const listOrganisations = operation({
  id: 'listOrganisations',
  method: 'GET',
  path: '/api/organisations',
  summary: 'The organisations of the network, by name',
  permission: 'public.read',
  query: z.object({ region: regionCode.optional() }),
  responses: { 200: listOf(organisation) },
});

/** `GET /api/themes` */
export const listThemes = operation({
  id: 'listThemes',
  method: 'GET',
  path: '/api/themes',
  summary: 'The themes that development groups work on',
  permission: 'public.read',
  responses: { 200: listOf(theme) },
});
