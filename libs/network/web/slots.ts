import { NgComponentOutlet } from '@angular/common';
import {
  Component,
  computed,
  effect,
  inject,
  InjectionToken,
  Injector,
  input,
  signal,
  type InputSignal,
  type Type,
} from '@angular/core';

/** A component that lists what belongs to a region or to a group; the other one is undefined. */
export interface ListOfPlace {
  readonly region?: InputSignal<string | undefined>;
  readonly group?: InputSignal<string | undefined>;
}

/** How a slot is filled: by a component that is fetched when it is needed. */
export type SlotFilling = () => Promise<Type<ListOfPlace>>;

/** The slot for upcoming sessions on the pages of regions and groups; the app plugs it in. */
export const SESSIONS_OF_PLACE = new InjectionToken<SlotFilling>('SESSIONS_OF_PLACE');

/** The slot for annual plans on a development group's page; the app plugs it in. */
export const PLANS_OF_GROUP = new InjectionToken<SlotFilling>('PLANS_OF_GROUP');

/** Shows what is plugged into a slot; nothing without it. */
@Component({
  selector: 'lu-place-slot',
  imports: [NgComponentOutlet],
  template: `
    @if (component(); as list) {
      <ng-container *ngComponentOutlet="list; inputs: inputs()" />
    }
  `,
})
export class PlaceSlot {
  private readonly injector = inject(Injector);
  readonly slot = input.required<InjectionToken<SlotFilling>>();
  readonly region = input<string>();
  readonly group = input<string>();
  protected readonly component = signal<Type<ListOfPlace> | undefined>(undefined);
  protected readonly inputs = computed(() => ({
    ...(this.region() === undefined ? {} : { region: this.region() }),
    ...(this.group() === undefined ? {} : { group: this.group() }),
  }));

  constructor() {
    effect(() => {
      void this.injector
        .get(this.slot(), null)?.()
        .then((component) => this.component.set(component));
    });
  }
}
