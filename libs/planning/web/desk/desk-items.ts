import { Component, computed, inject, input, signal, viewChildren } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  Format,
  Icon,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import type { Plan, PlanItem } from '@luotsi/planning/model';
import { timeKey } from '../item/by-time';
import { Months } from '../item/months';
import { PlanItemLine } from '../item/plan-item-line';
import { planningTexts } from '../texts';
import { bodyOf, fieldsOf } from './item-fields';
import { ItemForm } from './item-form';
import { PlanDesk } from './plan-desk.store';
import { Vocabulary } from './vocabulary';

/** The trainings of a plan on the desk: added, changed, copied, removed and put in order in place. */
@Component({
  selector: 'lu-desk-items',
  imports: [Icon, ItemForm, MatButton, Months, PlanItemLine, ProblemNotice],
  templateUrl: './desk-items.html',
  styleUrl: './desk-items.scss',
})
export class DeskItems {
  protected readonly t = useTexts(planningTexts);
  protected readonly format = inject(Format);
  private readonly desk = inject(PlanDesk);
  private readonly vocabulary = inject(Vocabulary);
  private readonly notices = inject(Notices);
  private readonly forms = viewChildren(ItemForm);
  readonly plan = input.required<Plan>();
  readonly editable = input(false);

  /** The ids of items whose forms are open. */
  protected readonly open = signal<readonly string[]>([]);
  protected readonly adding = signal(false);
  protected readonly copied = signal<PlanItem | null>(null);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  /** Whether a training is being written: its button is the one to press then. */
  readonly writing = computed(() => this.adding() || this.open().length > 0);
  /** Whether a form holds what is not saved. */
  readonly dirty = computed(() => this.forms().some((form) => form.dirty()));
  protected readonly names = computed(() => {
    const [known, all] = [this.plan().names, this.vocabulary.names()];
    return {
      regions: { ...known.regions, ...all.regions },
      competences: { ...known.competences, ...all.competences },
      themes: { ...known.themes, ...all.themes },
      groups: { ...known.groups, ...all.groups },
    };
  });

  protected add(copied: PlanItem | null): void {
    this.copied.set(copied);
    this.adding.set(true);
  }

  protected edit(item: PlanItem): void {
    this.open.update((open) => [...open, item.id]);
  }

  protected close(item: PlanItem): void {
    this.open.update((open) => open.filter((id) => id !== item.id));
  }

  protected async remove(item: PlanItem): Promise<void> {
    const order = this.plan().items.map(({ id }) => id);
    await this.keep(async () => {
      await this.desk.remove(item);
      this.notices.tell(
        this.t('desk.removed', { title: this.format.text(item.title) }),
        () => void this.restore(item, order),
      );
    });
  }

  /** Moves an item by one among those of its time. */
  protected async move(item: PlanItem, by: -1 | 1): Promise<void> {
    const items = [...this.plan().items];
    const other = this.neighbour(item, by);
    if (!other) return;
    const [from, to] = [items.indexOf(item), items.indexOf(other)];
    [items[from], items[to]] = [other, item];
    await this.keep(() => this.desk.order(items));
  }

  /** The item before or after among those of the same time. */
  protected neighbour(item: PlanItem, by: -1 | 1): PlanItem | undefined {
    const same = this.plan().items.filter((one) => timeKey(one) === timeKey(item));
    return same[same.indexOf(item) + by];
  }

  /** Brings a removed item back to where it was. */
  private async restore(item: PlanItem, order: readonly string[]): Promise<void> {
    await this.keep(async () => {
      const back = await this.desk.add({ ...bodyOf(fieldsOf(item)), continues: item.lineage });
      const place = (one: PlanItem) => {
        const at = order.indexOf(one.id === back.id ? item.id : one.id);
        return at < 0 ? order.length : at;
      };
      const items = this.desk.plan()?.items ?? [];
      await this.desk.order([...items].sort((one, two) => place(one) - place(two)));
    });
  }

  private async keep(work: () => Promise<void>): Promise<void> {
    this.problem.set(undefined);
    try {
      await work();
    } catch (thrown) {
      const problem = thrown as ProblemError;
      this.problem.set(problem);
      if (problem.is('changed-meanwhile')) this.desk.reload();
    }
  }
}
