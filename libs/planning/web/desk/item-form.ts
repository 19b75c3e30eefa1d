import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Language } from '@luotsi/platform/model';
import {
  Field,
  FieldControl,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { planItemForms, type Plan, type PlanItem } from '@luotsi/planning/model';
import { ItemWords } from '../item/item-words';
import { planningTexts } from '../texts';
import { Conflict } from './conflict';
import { FieldWords } from './field-words';
import {
  bodyOf,
  differences,
  emptyFields,
  faultsIn,
  fieldsOf,
  type ItemFields,
} from './item-fields';
import { PlanDesk } from './plan-desk.store';
import { Vocabulary } from './vocabulary';

const pointers = ['/title/fi', '/title/sv', '/title/en', '/month', '/seats'];

/**
 * A planned training being written. `item` is the one that is changed, null for a new one, `copy`
 * what a new one begins with. Saved by a button; what someone else saved meanwhile is shown beside.
 */
@Component({
  selector: 'lu-item-form',
  imports: [Conflict, Field, FieldControl, MatButton, ProblemNotice],
  templateUrl: './item-form.html',
  styleUrl: './forms.scss',
})
export class ItemForm {
  protected readonly t = useTexts(planningTexts);
  protected readonly words = inject(ItemWords);
  protected readonly vocabulary = inject(Vocabulary);
  private readonly fieldWords = inject(FieldWords);
  private readonly desk = inject(PlanDesk);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly plan = input.required<Plan>();
  readonly item = input<PlanItem | null>(null);
  readonly copy = input<PlanItem | null>(null);
  readonly closed = output();

  protected readonly pointers = pointers;
  protected readonly forms = planItemForms;
  protected readonly months = Array.from({ length: 12 }, (_, at) => at + 1);
  protected readonly quarters = [1, 2, 3, 4] as const;
  protected readonly languages = [
    { code: 'fi', title: 'form.titleFi', target: 'form.targetFi' },
    { code: 'sv', title: 'form.titleSv', target: 'form.targetSv' },
    { code: 'en', title: 'form.titleEn', target: 'form.targetEn' },
  ] as const;

  /** What the form began with. */
  private readonly base = linkedSignal<ItemFields>(() => {
    const item = this.item();
    return item ? fieldsOf(item) : emptyFields(this.plan());
  });
  /** What stands in the form; kept while someone else's version arrives. */
  protected readonly fields = linkedSignal<string | undefined, ItemFields>({
    source: () => this.item()?.id,
    computation: () => {
      const copied = this.copy();
      return copied ? fieldsOf(copied) : this.base();
    },
  });
  readonly dirty = computed(() => differences(this.fields(), this.base()).length > 0);
  protected readonly tried = signal(false);
  protected readonly saving = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly current = signal<PlanItem | undefined>(undefined);
  protected readonly gone = signal(false);
  protected readonly faults = computed(() => (this.tried() ? faultsIn(this.fields()) : []));
  protected readonly rows = computed(() => {
    const current = this.current();
    if (!current) return [];
    const [theirs, yours] = [fieldsOf(current), this.fields()];
    return differences(theirs, yours).map((name) => ({
      name: this.fieldWords.name(name),
      theirs: this.fieldWords.value(name, theirs),
      yours: this.fieldWords.value(name, yours),
    }));
  });

  protected set(change: Partial<ItemFields>): void {
    this.fields.update((fields) => ({ ...fields, ...change }));
  }

  protected write(name: 'title' | 'targetGroup', language: Language, text: string): void {
    this.set({ [name]: { ...this.fields()[name], [language]: text } });
  }

  protected tick(name: 'regions' | 'competences', value: string, on: boolean): void {
    const rest = this.fields()[name].filter((one) => one !== value);
    this.set({ [name]: on ? [...rest, value] : rest });
  }

  protected useTheirs(): void {
    const current = this.current();
    if (!current) return;
    this.desk.take(current);
    this.fields.set(fieldsOf(current));
    this.current.set(undefined);
  }

  protected async save(version?: number): Promise<void> {
    this.tried.set(true);
    if (this.faults().length > 0) return this.showFault();
    if (this.saving()) return;
    this.saving.set(true);
    this.problem.set(undefined);
    try {
      const [item, body] = [this.item(), bodyOf(this.fields())];
      if (item && !this.gone()) await this.desk.change(item.id, version ?? item.version, body);
      else await this.desk.add(body);
      this.fields.set(this.base());
      this.notices.tell(this.t(item ? 'desk.saved' : 'desk.added'));
      this.closed.emit();
      if (item && this.gone()) this.desk.forget(item.id);
    } catch (thrown) {
      this.refused(thrown as ProblemError);
    } finally {
      this.saving.set(false);
    }
  }

  /** The first field that is at fault takes the focus. */
  private showFault(): void {
    const first = () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]');
    afterNextRender(() => first()?.focus(), { injector: this.injector });
  }

  private refused(problem: ProblemError): void {
    const current = problem.details['current'];
    if (problem.is('changed-meanwhile') && current) this.current.set(current as PlanItem);
    else if (problem.is('not-found')) this.gone.set(true);
    else this.problem.set(problem);
  }
}
