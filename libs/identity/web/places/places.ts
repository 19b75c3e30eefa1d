import { computed, inject, Injectable, signal } from '@angular/core';
import type { GroupPlace, Scope } from '@luotsi/identity/model';
import { ApiClient, asProblem, Format, Language, type ProblemError } from '@luotsi/platform/web';
import { PLACE_CHOICES, type NamedChoice, type PlaceChoices } from './place-choices';

/** A choice in the language of the page. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const none: PlaceChoices = {
  regions: [],
  groups: [],
  organisations: [],
  sectors: [],
  practitionerTypes: [],
};

/** The places and words of profiles and roles: fetched once, named and sorted by the language. */
@Injectable({ providedIn: 'root' })
export class Places {
  private readonly client = inject(ApiClient);
  private readonly choices = inject(PLACE_CHOICES, { optional: true });
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  private readonly fetched = signal<PlaceChoices | undefined>(undefined);
  private asking: Promise<void> | undefined;

  /** Why they could not be fetched. */
  readonly problem = signal<ProblemError | null>(null);
  readonly ready = computed(() => this.fetched() !== undefined);
  readonly all = computed(() => this.fetched() ?? none);

  /** The groups as the rules of giving ask for them. */
  readonly groups = computed<ReadonlyMap<string, GroupPlace>>(
    () => new Map(this.all().groups.map(({ value, kind, region }) => [value, { kind, region }])),
  );
  readonly regionChoices = computed(() => this.sorted(this.all().regions));
  readonly sectorChoices = computed(() => this.sorted(this.all().sectors));
  /** In their own order, which is one of growing expertise. */
  readonly practitionerChoices = computed(() => this.named(this.all().practitionerTypes));

  constructor() {
    void this.load();
  }

  /** Fetches what has not been fetched yet. */
  load(): Promise<void> {
    this.asking ??= this.fetch();
    return this.asking;
  }

  /** Fetches them anew: something has been added. What there was stays until it has come. */
  renew(): Promise<void> {
    this.asking = this.fetch();
    return this.asking;
  }

  /** Organisations, those of a region first where one is given. */
  organisationChoices(region: string | null): { own: Choice[]; others: Choice[] } {
    const all = this.all().organisations;
    const isOwn = (one: { region: string | null }) => region !== null && one.region === region;
    return {
      own: this.sorted(all.filter(isOwn)),
      others: this.sorted(all.filter((one) => !isOwn(one))),
    };
  }

  groupChoices(kind: GroupPlace['kind']): Choice[] {
    return this.sorted(this.all().groups.filter((group) => group.kind === kind));
  }

  /** The name of what a code or an id stands for; the code itself until it is known. */
  name(what: keyof PlaceChoices, value: string | null): string {
    if (value === null) return '';
    const found = (this.all()[what] as readonly NamedChoice[]).find((one) => one.value === value);
    return found ? this.format.text(found.name) : this.ready() ? value : '…';
  }

  /** Where a role is held, in words; `country` is what the whole country is called. */
  scopeName({ type, id }: Scope, country: string): string {
    if (type === 'country') return country;
    return this.name(type === 'region' ? 'regions' : 'groups', id);
  }

  private named(choices: readonly NamedChoice[]): Choice[] {
    return choices.map(({ value, name }) => ({ value, label: this.format.text(name) }));
  }

  private sorted(choices: readonly NamedChoice[]): Choice[] {
    return this.format.sorted(this.named(choices), ({ label }) => label);
  }

  private async fetch(): Promise<void> {
    try {
      this.problem.set(null);
      this.fetched.set((await this.choices?.(this.client)) ?? none);
    } catch (thrown) {
      this.asking = undefined;
      this.problem.set(asProblem(thrown, this.language.current()));
    }
  }
}
