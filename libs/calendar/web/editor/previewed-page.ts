import { Component, computed, effect, ElementRef, inject, input, resource } from '@angular/core';
import type { SessionPage } from '@luotsi/calendar/model';
import { inLanguage, type Language as LanguageCode } from '@luotsi/platform/model';
import { ContentBlock, Format, Language, LocalisedText, useTexts } from '@luotsi/platform/web';
import { Names } from '../names';
import { MeetingList } from '../session/meeting-list';
import { SessionAnswer } from '../session/session-answer';
import { SessionFacts } from '../session/session-facts';
import { SessionWords } from '../session/session-words';
import { calendarTexts } from '../texts';
import { PreviewLanguage } from './preview-language';

/** The pieces of a session's page in a language of their own, whatever that of the page is. */
@Component({
  selector: 'lu-previewed-page',
  imports: [ContentBlock, LocalisedText, MeetingList, SessionFacts],
  providers: [
    { provide: Language, useClass: PreviewLanguage },
    Format,
    Names,
    SessionWords,
    SessionAnswer,
  ],
  template: `
    @let it = page();
    <article class="sheet" [attr.lang]="language()">
      <p class="name"><lu-text [of]="it.title" /></p>
      <p class="lead">{{ answer() }}</p>
      <div class="parts">
        <lu-meeting-list class="meetings" [session]="it" />
        <div class="text stack">
          <p class="lead"><lu-text [of]="it.summary" /></p>
          @if (description.hasValue()) {
            <lu-content
              [html]="description.value().html"
              [attr.lang]="description.value().language"
            />
          }
        </div>
        <lu-session-facts class="facts" [session]="it" />
      </div>
    </article>
  `,
  styleUrl: './previewed-page.scss',
})
export class PreviewedPage {
  private readonly own = inject(Language);
  private readonly answers = inject(SessionAnswer);
  protected readonly t = useTexts(calendarTexts);
  readonly page = input.required<SessionPage>();
  readonly language = input.required<LanguageCode>();

  protected readonly answer = computed(
    () => this.answers.of(this.page(), undefined, Date.now()).text,
  );
  protected readonly description = resource({
    params: () => inLanguage(this.page().description, this.own.current()),
    loader: async ({ params }) => {
      const { markdownToHtml } = await import('../session/markdown');
      return { html: markdownToHtml(params.text), language: params.language };
    },
  });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const stay = (press: Event) => {
      press.preventDefault();
      press.stopPropagation();
    };
    // Its links lead nowhere: what is written isn't left by looking at it.
    element.addEventListener('click', stay, { capture: true });
    effect(() => void this.own.choose(this.language()));
  }
}
