import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, inject, input, TemplateRef } from '@angular/core';
import { byTime, type When } from './by-time';
import { ItemWords } from './item-words';

/** What the template of a line is given. */
interface LineContext<Item> {
  readonly $implicit: Item;
}

/**
 * Items under their months and quarters, the time big and quiet at the left:
 * `<lu-months [items]="items()"><ng-template let-item>…</ng-template></lu-months>`.
 */
@Component({
  selector: 'lu-months',
  imports: [NgTemplateOutlet],
  template: `
    @for (group of groups(); track group.key) {
      <section [attr.aria-labelledby]="'time-' + group.key">
        <h2 [id]="'time-' + group.key">{{ words.when(group) }}</h2>
        <ul class="bare-list">
          @for (item of group.items; track item.id) {
            <li [id]="'item-' + item.id">
              <ng-container *ngTemplateOutlet="line(); context: { $implicit: item }" />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      border-top: 1px solid var(--lu-edge);
    }

    h2 {
      padding-block: 14px 0;
      color: var(--lu-fairway);
      font-size: var(--lu-size-4);
      font-weight: 450;
      hyphens: manual;
    }

    h2::first-letter {
      text-transform: uppercase;
    }

    li + li {
      border-top: 1px solid var(--lu-line);
    }

    li:target {
      background: var(--lu-fairway-soft);
    }

    @media (width >= 48rem), print {
      section {
        grid-template-columns: 9.5rem minmax(0, 1fr);
      }
    }
  `,
})
export class Months<Item extends When & { readonly id: string }> {
  protected readonly words = inject(ItemWords);
  readonly items = input.required<readonly Item[]>();
  protected readonly line = contentChild.required<TemplateRef<LineContext<Item>>>(TemplateRef);
  protected readonly groups = computed(() => byTime(this.items()));
}
