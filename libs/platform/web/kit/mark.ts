import { Component } from '@angular/core';

/** The mark: a lantern above a leading line, in the colour of the text around it. */
@Component({
  selector: 'lu-mark',
  template: `<svg viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 1.5 22.5 8 16 14.5 9.5 8Z" />
    <path d="M14.7 17.5v13H4.5ZM17.3 17.5l10.2 13H17.3Z" />
  </svg>`,
  styles: `
    :host {
      display: inline-block;
      width: 1.5em;
      height: 1.5em;
    }

    svg {
      display: block;
      fill: currentcolor;
    }
  `,
})
export class Mark {}
