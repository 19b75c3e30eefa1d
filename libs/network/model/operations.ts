/** The operations of the slice, and nothing else: what its `api` lists and OpenAPI describes. */
export {
  getGroup,
  getRegion,
  listGroups,
  listOrganisations,
  listRegions,
  listThemes,
} from './contract';
