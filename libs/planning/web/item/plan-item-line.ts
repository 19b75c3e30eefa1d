import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, LocalisedText, useTexts } from '@luotsi/platform/web';
import type { PlanItem, PlanNames } from '@luotsi/planning/model';
import { planningTexts } from '../texts';
import { ItemWords } from './item-words';

/**
 * A planned training as one line of its month: title and for whom, how and where, what it develops,
 * seats, and the sessions it has become. `full` shows what is missing and who organises it too.
 */
@Component({
  selector: 'lu-plan-item',
  imports: [Icon, LocalisedText, RouterLink],
  template: `
    <div class="what">
      <h3><lu-text [of]="item().title" /></h3>
      @if (target()) {
        <p class="quiet small">
          <span class="unseen">{{ t('item.for') }}: </span><lu-text [of]="item().targetGroup" />
        </p>
      }
      @if (full() && missing()) {
        <p class="note missing">{{ t('item.missing', { languages: missing() }) }}</p>
      }
      @for (session of item().sessions; track session.id) {
        <p class="small session">
          @if (session.status === 'draft') {
            <span>{{ words.session(session) }}</span>
          } @else {
            <a [routerLink]="['/sessions', session.id]">
              <lu-icon name="calendar" />{{ words.session(session) }}
            </a>
          }
        </p>
      }
      <ng-content />
    </div>
    <div class="facts small">
      <p>
        <lu-icon [name]="item().form === 'online' ? 'online' : 'place'" />
        <span>{{ words.where(item(), names()) }}</span>
      </p>
      @if (item().competences.length > 0) {
        <p class="quiet">
          <lu-icon name="assessment" />
          <span>
            <span class="unseen">{{ t('item.competences') }}: </span>
            {{ words.competences(item().competences, names()) }}
          </span>
        </p>
      }
      @if (organiser(); as organiser) {
        <p class="quiet">
          <lu-icon name="group" />
          <span
            ><span class="unseen">{{ t('item.organiser') }}: </span>{{ organiser }}</span
          >
        </p>
      }
    </div>
    <p class="seats small">
      @if (item().seats; as seats) {
        {{ t('item.seats', { count: seats }) }}
      }
    </p>
  `,
  styleUrl: './plan-item-line.scss',
})
export class PlanItemLine {
  protected readonly t = useTexts(planningTexts);
  protected readonly words = inject(ItemWords);
  readonly item = input.required<PlanItem>();
  readonly names = input.required<PlanNames>();
  /** The group whose plan it is: another organiser than that is named. */
  readonly group = input<string>();
  readonly full = input(false);

  protected readonly target = computed(() =>
    Object.values(this.item().targetGroup).some((text) => text !== ''),
  );
  protected readonly missing = computed(() => this.words.missing(this.item().title));
  protected readonly organiser = computed(() =>
    this.item().organiser === this.group()
      ? ''
      : this.words.name(this.names().groups, this.item().organiser),
  );
}
