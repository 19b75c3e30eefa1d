import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OrganisedSession } from '@luotsi/calendar/model';
import { inLanguage, languages, type Language as LanguageCode } from '@luotsi/platform/model';
import { Language, ProblemNotice, useTexts, type ProblemError } from '@luotsi/platform/web';
import { PreviewedPage } from './previewed-page';
import { pageOf } from './previewed';
import { ReferenceChoices } from './reference-choices';
import type { SessionModel } from './session-model';
import { editorTexts } from './texts';

/**
 * The session as its page will look, in each language, before it is published:
 * `<lu-session-preview [model] [session] (publish) (back)>`.
 */
@Component({
  selector: 'lu-session-preview',
  imports: [MatButton, PreviewedPage, ProblemNotice],
  templateUrl: './session-preview.html',
  styleUrls: ['./session-preview.scss', './bar.scss'],
})
export class SessionPreview {
  private readonly choices = inject(ReferenceChoices);
  private readonly language = inject(Language);
  protected readonly t = useTexts(editorTexts);
  protected readonly languages = languages;
  readonly model = input.required<SessionModel>();
  readonly session = input<OrganisedSession>();
  readonly isBusy = input(false);
  readonly problem = input<ProblemError | null>(null);
  readonly publish = output();
  readonly back = output();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly shown = signal<LanguageCode>(this.language.current());
  protected readonly isDraft = computed(() => (this.session()?.status ?? 'draft') === 'draft');
  /** Whether everything is over already. */
  protected readonly isPast = computed(() => {
    const ends = this.page().meetings.map(({ end }) => Date.parse(end));
    return ends.length > 0 && Math.max(...ends) < Date.now();
  });
  protected readonly page = computed(() => {
    const session = this.session();
    const chosen = this.choices.organisers().find(({ key }) => key === this.model().organiser);
    const name = chosen?.texts ?? session?.organiser?.name ?? null;
    return pageOf(this.model(), { session, organiser: name });
  });

  constructor() {
    // The form has gone, and with it the button that was pressed.
    afterNextRender(() => this.heading().nativeElement.focus({ preventScroll: true }));
  }

  protected nameOf(language: LanguageCode): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return names.of(language) ?? language;
  }

  /** Whether a reader of this language is shown another for the name or what it is about. */
  protected isMissing(language: LanguageCode): boolean {
    const { title, summary, description } = this.model();
    return [title, summary, description].some(
      (text) => text[language] === '' && inLanguage(text, language).text !== '',
    );
  }
}
