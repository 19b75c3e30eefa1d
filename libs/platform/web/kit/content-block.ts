import { Component, input, ViewEncapsulation } from '@angular/core';

/**
 * Written content, as HTML that the server has made from Markdown and sanitised (Angular does so
 * again): `<lu-content [html]="reading().html" [attr.lang]="reading().language" />`.
 */
@Component({
  selector: 'lu-content',
  template: `<div class="lu-content" [innerHTML]="html()"></div>`,
  // Its insides come from outside the template, so its styles must reach them.
  encapsulation: ViewEncapsulation.None,
  styles: `
    .lu-content {
      max-width: var(--lu-measure);
      line-height: 1.6;
    }

    .lu-content h2 {
      font-size: var(--lu-size-4);
    }

    .lu-content :is(h3, h4) {
      font-size: var(--lu-size-3);
    }

    .lu-content > * + * {
      margin-top: 1em;
    }

    .lu-content > * + :is(h2, h3, h4) {
      margin-top: 1.75em;
    }

    .lu-content :is(ul, ol) {
      padding-inline-start: 1.4em;
    }

    .lu-content li + li {
      margin-top: 0.35em;
    }

    .lu-content blockquote {
      margin-inline: 0;
      padding-inline-start: 16px;
      border-inline-start: 3px solid var(--lu-fairway);
    }

    .lu-content hr {
      border: 0;
      border-top: 1px solid var(--lu-line);
    }
  `,
})
export class ContentBlock {
  readonly html = input.required<string>();
}
