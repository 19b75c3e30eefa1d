import { Component, input, output } from '@angular/core';
import { Field, FieldControl } from '../kit/field';

/**
 * The words that a list is searched by, told as they are typed.
 * `<lu-search-field label="Etsi" [value]="q()" (typed)="narrow({ q: $event })" />`
 */
@Component({
  selector: 'lu-search-field',
  imports: [Field, FieldControl],
  template: `
    <lu-field [label]="label()">
      <input
        #words
        luControl
        type="search"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength="100"
        [value]="value()"
        (input)="typed.emit(words.value)"
      />
    </lu-field>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class SearchField {
  readonly label = input.required<string>();
  readonly value = input('');
  readonly typed = output<string>();
}
