/** How the network is kept: regions, centres, employment areas, themes, groups, organisations. */
import { Global, Module } from '@nestjs/common';
import { Places } from '@luotsi/identity/api';
import { networkContract } from '@luotsi/network/model';
import type { Slice } from '@luotsi/platform/api';
import { demonstrateNetwork } from './demonstration';
import { GroupPages } from './group-pages';
import { Network1764000200000 } from './migrations/network';
import { PeopleInPlaces1764000200100 } from './migrations/people-in-places';
import { NetworkController } from './network.controller';
import { NetworkPlaces } from './places';
import { loadNetwork } from './reference';
import { RegionPages } from './region-pages';

export { groupId } from './group-id';

/** Regions, groups and organisations, whose names other slices ask for by `Places`. */
@Global()
@Module({
  controllers: [NetworkController],
  providers: [RegionPages, GroupPages, { provide: Places, useClass: NetworkPlaces }],
  exports: [Places],
})
export class NetworkModule {}

/** The network as the app lists it. */
export const networkSlice: Slice = {
  name: 'network',
  about: 'Regions, groups, themes and organisations.',
  module: NetworkModule,
  entities: [],
  migrations: [Network1764000200000, PeopleInPlaces1764000200100],
  operations: Object.values(networkContract),
  problems: {},
  reference: loadNetwork,
  demonstration: demonstrateNetwork,
};
