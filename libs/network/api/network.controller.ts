import { Controller } from '@nestjs/common';
import {
  getGroup,
  getRegion,
  listGroups,
  listOrganisations,
  listRegions,
  listThemes,
} from '@luotsi/network/model';
import { Handle, Input, ProblemException, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import { GroupPages } from './group-pages';
import { RegionPages } from './region-pages';

/** Regions, groups, organisations and themes, for everyone to read. */
@Controller()
export class NetworkController {
  constructor(
    private readonly regions: RegionPages,
    private readonly groups: GroupPages,
  ) {}

  @Handle(listRegions)
  async listRegions(@RequestLanguage() language: Language): Promise<Answer<typeof listRegions>> {
    return { items: await this.regions.list(language) };
  }

  @Handle(getRegion)
  async getRegion(
    @Input() { params }: Received<typeof getRegion>,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof getRegion>> {
    const region = await this.regions.find(params.code, language);
    if (!region) throw new ProblemException('not-found');
    return region;
  }

  @Handle(listGroups)
  async listGroups(
    @Input() { query }: Received<typeof listGroups>,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof listGroups>> {
    return { items: await this.groups.list(query.kind, language) };
  }

  @Handle(getGroup)
  async getGroup(@Input() { params }: Received<typeof getGroup>): Promise<Answer<typeof getGroup>> {
    const group = await this.groups.find(params.id);
    if (!group) throw new ProblemException('not-found');
    return group;
  }

  @Handle(listOrganisations)
  async listOrganisations(
    @Input() { query }: Received<typeof listOrganisations>,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof listOrganisations>> {
    return { items: await this.regions.organisations(query.region, language) };
  }

  @Handle(listThemes)
  async listThemes(): Promise<Answer<typeof listThemes>> {
    return { items: await this.groups.themes() };
  }
}
