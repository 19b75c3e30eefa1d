import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { getOutline, outlineChanges, sessionForms } from '@luotsi/calendar/model';
import { languages } from '@luotsi/platform/model';
import {
  ApiClient,
  BackLink,
  Choices,
  Field,
  FieldControl,
  Format,
  Notices,
  PageHeader,
  ProblemNotice,
  ProblemPage,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { Names } from '../../names';
import { OutlineWords } from '../outline-words';
import { OutlineChanges } from '../pieces/outline-changes';
import { outlineTexts } from '../texts';
import type { HoldsWork } from './keep-unsaved';
import { OutcomeLines } from './outcome-lines';
import { OutlineDraftStore } from './outline-draft.store';
import { missingIn } from './outline-faults';
import { SlotLines } from './slot-lines';
import { TextInLanguage } from './text-in-language';

/**
 * An outline being written, a language at a time. Saved by a button; what someone else has saved
 * meanwhile is shown beside, and nothing that was typed is lost.
 */
@Component({
  selector: 'lu-outline-edit-page',
  imports: [
    BackLink,
    Choices,
    Field,
    FieldControl,
    MatButton,
    OutcomeLines,
    OutlineChanges,
    PageHeader,
    ProblemNotice,
    ProblemPage,
    Skeleton,
    SlotLines,
    TextInLanguage,
  ],
  providers: [OutlineDraftStore],
  templateUrl: './outline-edit.page.html',
  styleUrl: './outline-edit.page.scss',
  host: { '(window:beforeunload)': 'unsaved() && $event.preventDefault()' },
})
export class OutlineEditPage implements HoldsWork {
  protected readonly t = useTexts(outlineTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(OutlineWords);
  protected readonly names = inject(Names);
  protected readonly store = inject(OutlineDraftStore);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The outline that is edited; a new one without. */
  readonly id = input<string>();

  protected readonly outline = inject(ApiClient).resource(getOutline, () => {
    const id = this.id();
    return id === undefined ? undefined : { params: { id } };
  });
  protected readonly forms = sessionForms;
  protected readonly languages = languages.map((code) => ({
    code,
    missing: computed(() => missingIn(this.store.content(), code)),
    /** An empty form lacks nothing and is not ready either. */
    isWritten: computed(() => this.store.content().title[code].trim() !== ''),
  }));
  protected readonly tried = signal(false);
  protected readonly faults = computed(() => (this.tried() ? this.store.faults() : []));
  protected readonly seats = signal<string | undefined>(undefined);
  protected readonly seatsWrong = computed(() => !/^([1-9]\d{0,5})?$/.test(this.seats() ?? ''));
  protected readonly heading = computed(() => {
    if (this.id() === undefined) return this.t('edit.new');
    const title = this.format.text(this.store.content().title);
    return this.t('edit.heading', { title: title || this.t('edit.untitled') });
  });
  /** What differs between one's own and what someone else has saved. */
  protected readonly conflict = computed(() => {
    const theirs = this.store.theirs();
    return theirs ? outlineChanges(theirs.content, this.store.content()) : [];
  });

  constructor() {
    effect(() => {
      const outline = this.outline.value();
      if (outline?.draft) {
        const { version, content } = outline.draft;
        untracked(() => this.store.open({ id: outline.id, version, content }));
      }
    });
  }

  /** Whether something has been written here that is not saved. */
  unsaved(): boolean {
    return this.store.dirty();
  }

  protected setSeats(typed: string): void {
    this.seats.set(typed.trim());
    if (!this.seatsWrong()) this.store.set({ seats: typed.trim() === '' ? null : Number(typed) });
  }

  protected tick(code: string, on: boolean): void {
    const rest = this.store.content().competences.filter((one) => one !== code);
    this.store.set({ competences: on ? [...rest, code] : rest });
  }

  protected async save(version?: number): Promise<void> {
    this.tried.set(true);
    if (this.faults().length > 0 || this.seatsWrong()) return this.showFault();
    const id = await this.store.save(version);
    if (id === undefined) return this.showFault();
    this.notices.tell(this.t('edit.saved'));
    await this.router.navigate(['/outlines', id]);
  }

  /** The first field that is at fault takes the focus, or what tells of it. */
  private showFault(): void {
    const find = (selector: string) => this.host.nativeElement.querySelector<HTMLElement>(selector);
    afterNextRender(
      () => (find('.conflict') ?? find('[aria-invalid=true]') ?? find('.fault'))?.focus(),
      { injector: this.injector },
    );
  }
}
