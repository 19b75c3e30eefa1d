import { Component } from '@angular/core';

/** The mark: a lantern above a leading line, in the colour of the text around it. */
@Component({
  selector: 'lu-mark',
  template: `<svg viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 1.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z" />
    <path d="M14.6 14.5V30.5H3.5ZM17.4 14.5 28.5 30.5H17.4Z" />
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
