/** How the network is kept: regions, centres, employment areas, themes, groups, organisations. */
import { Module } from '@nestjs/common';
import { networkContract } from '@luotsi/network/model';
import type { Slice } from '@luotsi/platform/api';
import { demonstrateNetwork } from './demonstration';
import { GroupPages } from './group-pages';
import { Network1764000200000 } from './migrations/network';
import { NetworkController } from './network.controller';
import { loadNetwork } from './reference';
import { RegionPages } from './region-pages';

export { groupId } from './group-id';

@Module({ controllers: [NetworkController], providers: [RegionPages, GroupPages] })
export class NetworkModule {}

/** The network as the app lists it. */
export const networkSlice: Slice = {
  name: 'network',
  module: NetworkModule,
  entities: [],
  migrations: [Network1764000200000],
  operations: Object.values(networkContract),
  problems: {},
  reference: loadNetwork,
  demonstration: demonstrateNetwork,
};
