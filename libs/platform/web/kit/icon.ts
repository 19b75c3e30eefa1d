import { Component, computed, input } from '@angular/core';

/** Lines on a 24 px grid, drawn for Luotsi; each stands beside a word and is not read out. */
const lines = {
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  voyage:
    'M5 19a2 2 0 1 0 0-.01M19 5a2 2 0 1 0 0-.01M7 19h7.5a3.5 3.5 0 0 0 0-7h-5a3.5 3.5 0 0 1 0-7H17',
  assessment: 'M12 3.5 19.4 7.8v8.5L12 20.5 4.6 16.2V7.8zM12 8l3.5 2v4L12 16l-3.5-2v-4z',
  plan: 'M5 5h14M5 10h14M5 15h8M5 20h5M16 18l2 2 3.5-4',
  network:
    'M12 5.5a2 2 0 1 0 0-.01M5.5 18.5a2 2 0 1 0 0-.01M18.5 18.5a2 2 0 1 0 0-.01M11 7.5l-4.5 9M13 7.5l4.5 9M7.5 18.5h9',
  menu: 'M4 7h16M4 12h16M4 17h16',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  forward: 'M9.5 5.5 16 12l-6.5 6.5',
  down: 'M6 9.5l6 6 6-6',
  place:
    'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11ZM12 7.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6Z',
  online: 'M4 5h16v11H4zM9 20h6M12 16v4',
  group:
    'M9 5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM3.5 19a5.5 5.5 0 0 1 11 0M15.5 6a3 3 0 0 1 0 5.6M17 14a5.5 5.5 0 0 1 3.5 5',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.3 15.3 20.5 20.5',
  subscribe: 'M5 19a1 1 0 1 0 0-.01M4.5 12a7.5 7.5 0 0 1 7.5 7.5M4.5 5A14.5 14.5 0 0 1 19 19.5',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  done: 'M4.5 12.5l5 5 10-11',
  add: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7z',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  bell: 'M5 17h14c-1.6-1.6-2-3-2-6a5 5 0 0 0-10 0c0 3-.4 4.4-2 6ZM10.5 20a1.6 1.6 0 0 0 3 0',
  edit: 'M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3',
} as const;
export type IconName = keyof typeof lines;

/** A small line drawing beside a word: `<lu-icon name="place" />`. */
@Component({
  selector: 'lu-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="line()" /></svg>`,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 1.25em;
      height: 1.25em;
      vertical-align: -0.25em;
    }

    svg {
      display: block;
      fill: none;
      stroke: currentcolor;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 1.75;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly line = computed(() => lines[this.name()]);
}
