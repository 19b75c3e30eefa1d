import { Component, ViewEncapsulation } from '@angular/core';

/**
 * Choices under a question, each a row that a finger hits:
 * `<lu-choices><legend>…</legend><label><input type="radio" …><span>…</span></label></lu-choices>`.
 * What explains a choice stands in it as `.small`, on a line of its own. Its styles reach what stands
 * within, so they are not kept to its own template.
 */
@Component({
  selector: 'lu-choices',
  template: `<fieldset><ng-content /></fieldset>`,
  styles: `
    lu-choices {
      display: block;

      > fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      > fieldset > legend {
        padding: 0;
        font-weight: 600;
      }

      > fieldset > label {
        display: grid;
        grid-template-columns: 22px minmax(0, 1fr);
        gap: 12px;
        align-items: center;
        min-height: 44px;
        padding-block: 6px;
      }

      > fieldset > label .small {
        display: block;
      }
    }
  `,
  encapsulation: ViewEncapsulation.None,
})
export class Choices {}
