import { Component, ElementRef, inject, input } from '@angular/core';
import { ProblemNotice, type ProblemError } from '@luotsi/platform/web';

/**
 * Where a form's problem is told, which takes the focus then:
 * `<lu-form-notice #notice [of]="problem()" [fields]="['/email']">what to do</lu-form-notice>`.
 */
@Component({
  selector: 'lu-form-notice',
  imports: [ProblemNotice],
  template: `<lu-problem [of]="of()" [fields]="fields()"><ng-content /></lu-problem>`,
  host: { tabindex: '-1', '[class.none]': '!of()' },
  styles: `
    :host {
      display: block;
    }

    :host(.none) {
      display: none;
    }

    :host(:focus) {
      outline: none;
    }
  `,
})
export class FormNotice {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly of = input.required<ProblemError | null | undefined>();
  readonly fields = input<readonly string[]>([]);

  focus(): void {
    this.host.nativeElement.focus();
  }
}
