import {
  afterNextRender,
  Component,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { PageTitle } from '../language/page-title';

/**
 * How every page opens: where we are, the one answer the page exists for, the action. Then the rest.
 * `<lu-page-header heading="…" answer="…"><lu-back-link …/><button action …/></lu-page-header>`;
 * an answer that needs markup goes into the slot `answer`. The heading also names the document.
 */
@Component({
  selector: 'lu-page-header',
  template: `
    <ng-content select="lu-back-link" />
    <h1 #h1 tabindex="-1">{{ heading() }}</h1>
    @if (answer() !== '') {
      <p class="answer" [class.awaited]="awaited()">{{ answer() }}</p>
    }
    <ng-content select="[answer]" />
    <ng-content />
    <div class="actions"><ng-content select="[action]" /></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      padding-block: 8px 24px;
    }

    h1 {
      max-width: 24em;
    }

    .answer {
      font-size: var(--lu-size-4);
      line-height: 1.4;
    }

    /* Room for an answer on its way, kept when it comes, so that nothing below moves. */
    .awaited {
      min-height: calc(min(2, var(--lu-lines)) * 1.4em);
    }

    @media (width < 40rem) {
      .awaited {
        min-height: calc(var(--lu-lines) * 1.4em);
      }
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      padding-top: 4px;
    }

    .actions:empty {
      display: none;
    }
  `,
  host: { '[style.--lu-lines]': 'lines()' },
})
export class PageHeader {
  private readonly title = inject(PageTitle);
  private readonly document = inject(DOCUMENT);
  private readonly h1 = viewChild.required<ElementRef<HTMLElement>>('h1');
  readonly heading = input.required<string>();
  /**
   * What the page says before anything else: "You are in. Thursday 11 March 9:00, Rovaniemi."
   * Null while it is on its way: room is kept for it.
   */
  readonly answer = input<string | null>('');
  /** How many lines an answer on its way takes on a phone: as much room as is kept for it. */
  readonly lines = input(4);
  protected readonly awaited = linkedSignal<string | null, boolean>({
    source: this.answer,
    computation: (answer, before) => answer === null || (before?.value ?? false),
  });

  /** The document's name, where the heading alone would name several pages the same. */
  readonly named = input<string>('');

  constructor() {
    effect(() => this.title.setHeading(this.named() || this.heading()));
    // Whoever came here before the page was read has waited with the focus on the content.
    afterNextRender(() => {
      if (this.document.activeElement?.id === 'main') {
        this.h1().nativeElement.focus({ preventScroll: true });
      }
    });
  }

  /** To the heading, when the page has become another in place: a form that has been sent. */
  focus(): void {
    this.h1().nativeElement.focus();
  }
}
