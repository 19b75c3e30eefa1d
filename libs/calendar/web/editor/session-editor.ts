import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { isSingle, type OrganisedSession, type SeriesScope } from '@luotsi/calendar/model';
import { Confirm, KeepFocus, Notices, ProblemNotice, useTexts } from '@luotsi/platform/web';
import { AttendingSection } from './attending-section';
import { ContentSection } from './content-section';
import { EditorStore } from './editor.store';
import { EnrolmentSection } from './enrolment-section';
import { HoldersSection } from './holders-section';
import { MaterialsSection } from './materials-section';
import { MissingList } from './missing-list';
import { NameSection } from './name-section';
import { SeriesScopeDialog } from './series-scope';
import { SessionActions } from './session-actions';
import { sessionForm } from './session-form';
import { SessionPreview } from './session-preview';
import { editorTexts } from './texts';
import { TimesSection } from './times-section';
import { WritingLanguage } from './writing-language';

/**
 * The form in which a session is written, section by section, with its preview and what can be done
 * with it: `<lu-session-editor [session]="session" (saved)="…">`; without a session, a new one.
 */
@Component({
  selector: 'lu-session-editor',
  imports: [
    AttendingSection,
    ContentSection,
    EnrolmentSection,
    HoldersSection,
    MatButton,
    MaterialsSection,
    MissingList,
    NameSection,
    ProblemNotice,
    SeriesScopeDialog,
    SessionActions,
    SessionPreview,
    TimesSection,
  ],
  providers: [EditorStore, WritingLanguage],
  hostDirectives: [KeepFocus],
  templateUrl: './session-editor.html',
  styleUrls: ['./session-editor.scss', './bar.scss'],
})
export class SessionEditor {
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  private readonly notices = inject(Notices);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = useTexts(editorTexts);
  protected readonly store = inject(EditorStore);
  readonly session = input<OrganisedSession>();
  /** The session has been made, or is another now. */
  readonly saved = output<string>();
  /** It has gone, or a copy of it has been made: where to go on. */
  readonly left = output<string>();

  protected readonly form = sessionForm(this.store.model, this.t);
  protected readonly isPreviewed = signal(false);
  protected readonly isDraft = computed(
    () => (this.store.session()?.status ?? 'draft') === 'draft',
  );
  /** What is over can still be described, what is cancelled stays as it is. */
  protected readonly isOff = computed(() => this.store.session()?.status === 'cancelled');
  /** Whether what is typed means another time or place for those who are in. */
  private readonly tells = computed(() => {
    const { meetings, place } = this.store.changes();
    return !this.isDraft() && (meetings !== undefined || place !== undefined);
  });
  /** Whether what is typed could be meant for others of its series, too. */
  private readonly isForSeries = computed(
    () =>
      Boolean(this.store.session()?.seriesId) &&
      Object.keys(this.store.changes()).some((part) => !isSingle(part)),
  );
  protected readonly isChoosing = signal(false);
  /** How many are told when the change is this session's alone. */
  protected readonly told = computed(() =>
    this.tells() ? (this.store.session()?.told ?? 0) : null,
  );
  protected readonly theirs = computed(() => this.namesOf(this.store.merged()?.theirs ?? []));
  protected readonly both = computed(() => this.namesOf(this.store.merged()?.both ?? []));

  constructor() {
    effect(() => {
      const session = this.session();
      untracked(() => {
        if (session?.id !== this.store.session()?.id || !session) this.store.begin(session);
      });
    });
    const page = inject(DOCUMENT).defaultView;
    const ask = (leaving: Event) => {
      if (this.store.isChanged()) leaving.preventDefault();
    };
    page?.addEventListener('beforeunload', ask);
    inject(DestroyRef).onDestroy(() => page?.removeEventListener('beforeunload', ask));
  }

  /** Whether the page may be left: asked when something hasn't been sent. */
  async mayLeave(): Promise<boolean> {
    return (
      !this.store.isChanged() ||
      (await this.confirm.ask({
        heading: this.t('leave.heading'),
        text: this.t('leave.text'),
        action: this.t('leave.action'),
        cancel: this.t('leave.stay'),
      }))
    );
  }

  protected async save(): Promise<void> {
    if (!(await this.isRight())) return;
    if (this.isForSeries()) return this.isChoosing.set(true);
    const told = this.store.session()?.told ?? 0;
    if (this.tells() && told > 0 && !(await this.maySend(told))) return;
    await this.saveThis();
  }

  /** Saves where the change was meant to be, once that is said. */
  protected async saveAt(scope: SeriesScope | null): Promise<void> {
    this.isChoosing.set(false);
    if (scope === 'this') return this.saveThis();
    const id = this.store.session()?.id;
    if (!scope || !id) return;
    const count = await this.store.saveInSeries(scope);
    if (count === null) return;
    this.notices.tell(this.t('scope.done', { count }));
    this.saved.emit(id);
  }

  private async saveThis(): Promise<void> {
    const id = await this.store.save();
    if (id === null) return;
    this.notices.tell(this.t(this.isDraft() ? 'save.draftDone' : 'save.done'));
    this.saved.emit(id);
  }

  protected async preview(): Promise<void> {
    if (!(await this.isRight())) return;
    this.isPreviewed.set(true);
    this.element.nativeElement.scrollIntoView?.();
  }

  /** What was changed apart from the form. */
  protected reread(): Promise<void> {
    return this.store.read();
  }

  protected write(): void {
    this.isPreviewed.set(false);
    this.focusOn(() => this.element.nativeElement.querySelector<HTMLElement>('.opens-preview'));
  }

  protected async publish(): Promise<void> {
    const id = await this.store.publish();
    if (id === null) return;
    this.isPreviewed.set(false);
    // The page's heading stands above what the session has become.
    this.focusOn(() => this.element.nativeElement.ownerDocument.querySelector('h1'));
    this.notices.tell(this.t('publish.done'));
    this.saved.emit(id);
  }

  /** Shows every fault; whether there is none. */
  private async isRight(): Promise<boolean> {
    const isRight = await submit(this.form, () => Promise.resolve(undefined));
    const first = () =>
      this.element.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]') ?? {
        focus: () => this.form().errorSummary()[0]?.fieldTree().focusBoundControl(),
      };
    if (!isRight) this.focusOn(first);
    return isRight;
  }

  /** Gives the focus on, once what takes it is there. */
  private focusOn(what: () => { focus: () => void } | null): void {
    afterNextRender(() => what()?.focus(), { injector: this.injector });
  }

  private maySend(count: number): Promise<boolean> {
    return this.confirm.ask({
      heading: this.t('save.heading'),
      text: this.t('save.tells', { count }),
      action: this.t('save.action'),
    });
  }

  /** What parts of the form are called, each once. */
  private namesOf(parts: readonly string[]): string {
    const names = parts.map((part) => this.t(`part.${part}` as 'part.title'));
    return [...new Set(names)].filter(Boolean).join(', ');
  }
}
