import { inject, Injectable, Injector, signal } from '@angular/core';
import { ApiClient } from '@luotsi/platform/web';
import type { Localised } from '@luotsi/platform/model';
import {
  addPlanItem,
  changePlan,
  changePlanItem,
  getPlan,
  orderPlanItems,
  publishPlan,
  removePlanItem,
  returnPlan,
  submitPlan,
  type Plan,
  type PlanItem,
  type PlanItemDraft,
} from '@luotsi/planning/model';

/** A plan on the desk: as it is kept, and every change to it. Methods throw ProblemError. */
@Injectable()
export class PlanDesk {
  private readonly client = inject(ApiClient);
  private readonly id = signal<string | undefined>(undefined);
  private readonly resource = this.client.resource(
    getPlan,
    () => {
      const id = this.id();
      return id === undefined ? undefined : { params: { id } };
    },
    { injector: inject(Injector) },
  );
  readonly plan = this.resource.latest;
  readonly problem = this.resource.problem;

  /** Puts another plan on the desk. */
  open(id: string): void {
    this.id.set(id);
  }

  reload(): void {
    this.resource.reload();
  }

  async changeGoals(version: number, goals: Localised): Promise<void> {
    const params = { id: this.current().id };
    const kept = await this.client.send(changePlan, { params, body: { version, goals } });
    this.resource.set({ ...this.current(), ...kept });
  }

  /** Takes the goals as someone else has saved them. */
  takeGoals(kept: Pick<Plan, 'version' | 'goals'>): void {
    this.resource.set({ ...this.current(), ...kept });
  }

  async add(body: PlanItemDraft): Promise<PlanItem> {
    const params = { id: this.current().id };
    const item = await this.client.send(addPlanItem, { params, body });
    this.setItems([...this.current().items, item]);
    return item;
  }

  async change(id: string, version: number, body: PlanItemDraft): Promise<PlanItem> {
    const params = { id: this.current().id, itemId: id };
    const sent = { params, body: { ...body, version } };
    const item = await this.client.send(changePlanItem, sent);
    this.take(item);
    return item;
  }

  /** Takes an item as it is kept. */
  take(item: PlanItem): void {
    this.setItems(this.current().items.map((one) => (one.id === item.id ? item : one)));
  }

  async remove(item: PlanItem): Promise<void> {
    const params = { id: this.current().id, itemId: item.id };
    const query = { version: item.version };
    await this.client.send(removePlanItem, { params, query });
    this.setItems(this.current().items.filter(({ id }) => id !== item.id));
  }

  /** Lets an item go that someone else has removed. */
  forget(id: string): void {
    this.setItems(this.current().items.filter((item) => item.id !== id));
  }

  /** Shows the items in a new order and keeps it. */
  async order(items: readonly PlanItem[]): Promise<void> {
    const before = this.current();
    this.setItems(items);
    const sent = { params: { id: before.id }, body: { items: items.map(({ id }) => id) } };
    try {
      await this.client.send(orderPlanItems, sent);
    } catch (thrown) {
      this.resource.set(before);
      throw thrown;
    }
  }

  async submit(): Promise<void> {
    const params = { id: this.current().id };
    this.resource.set(await this.client.send(submitPlan, { params }));
  }

  async publish(): Promise<void> {
    const params = { id: this.current().id };
    this.resource.set(await this.client.send(publishPlan, { params }));
  }

  async return(comment: string): Promise<void> {
    const params = { id: this.current().id };
    this.resource.set(await this.client.send(returnPlan, { params, body: { comment } }));
  }

  private current(): Plan {
    const plan = this.plan();
    if (!plan) throw new Error('There is no plan on the desk yet.');
    return plan;
  }

  private setItems(items: readonly PlanItem[]): void {
    const plan = this.current();
    this.resource.set({ ...plan, items: [...items], itemCount: items.length });
  }
}
