import { Component } from '@angular/core';

/** A sheet of a chart: depths, buoys, and the leading line to follow. It says nothing, and is not read out. */
@Component({
  selector: 'lu-chart-drawing',
  template: `
    <svg viewBox="0 0 480 420" aria-hidden="true">
      <g class="depths">
        <path d="M-10 96C60 40 130 84 168 40S240-20 262-40" />
        <path d="M-10 150c80-60 150-10 200-58S268 20 300-20" />
        <path d="M-10 204c90-54 168-20 222-62s50-96 104-152" />
        <path d="M-10 262c100-50 176-18 240-66s66-106 120-206" />
        <path d="M-10 330C96 284 190 296 256 240S336 110 404-10" />
        <path d="M40 440c60-70 176-60 236-128S370 160 490 96" />
        <path d="M120 440c60-60 140-40 196-100s70-130 174-176" />
        <path d="M204 440c52-40 104-30 148-78s70-106 138-134" />
        <path d="M300 440c36-24 64-26 96-62s50-74 94-92" />
        <path d="M388 440c20-20 60-60 102-84" />
      </g>
      <g class="island">
        <path d="M64 34c22-16 50-8 46 12s-40 26-56 14-6-16 10-26Z" />
        <path d="M400 372c26-20 62-8 52 16s-50 22-62 8 0-17 10-24Z" />
      </g>
      <path class="leading" d="M30 408 428 36" />
      <g class="buoys">
        <path d="M118 288l9 16h-18ZM226 192l9 16h-18ZM322 104l9 16h-18Z" />
        <path d="M178 330h14v16h-14ZM286 232h14v16h-14ZM376 148h14v16h-14Z" />
      </g>
      <path class="light" d="M434 12 450 28 434 44 418 28Z" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }

    svg {
      display: block;
      width: 100%;
      fill: none;
    }

    .depths,
    .island {
      stroke: var(--lu-line);
      stroke-width: 1.25;
    }

    .island {
      fill: var(--lu-sunk);
    }

    .leading {
      stroke: var(--lu-fairway);
      stroke-dasharray: 14 6 2 6;
      stroke-width: 1.5;
    }

    .buoys {
      fill: var(--lu-paper);
      stroke: var(--lu-edge);
      stroke-width: 1.5;
    }

    .light {
      fill: var(--lu-fairway);
    }
  `,
})
export class ChartDrawing {}
