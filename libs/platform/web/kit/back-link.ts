import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';

/** The way back up, named by where it leads: `<lu-back-link to="/calendar">Kalenteri</lu-back-link>`. */
@Component({
  selector: 'lu-back-link',
  imports: [Icon, RouterLink],
  template: `<a [routerLink]="to()" [queryParams]="query()"
    ><lu-icon name="back" /><span><ng-content /></span
  ></a>`,
  styles: `
    :host {
      display: block;
    }

    a {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      min-height: 44px;
      margin-inline-start: -4px;
      font-size: var(--lu-size-2);
      text-decoration: none;
    }

    a:hover span {
      text-decoration: underline;
    }
  `,
})
export class BackLink {
  readonly to = input.required<string | readonly string[]>();
  readonly query = input<Record<string, string | string[]>>({});
}
