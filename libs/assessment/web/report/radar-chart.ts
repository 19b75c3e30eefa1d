import { Component, computed, input } from '@angular/core';
import { outline, pointAt, type RadarFrame } from './radar-geometry';

/** The lines of a radar: now, the goal (dashed), the previous time (faint), a level's target (dotted). */
export interface RadarLines {
  readonly now: readonly (number | null)[];
  readonly goal: readonly (number | null)[];
  readonly previous: readonly (number | null)[];
  readonly target: readonly (number | null)[];
}

/**
 * A radar chart, its axes numbered as the rows of the table beside it. Drawn as SVG in the page's own
 * colours, so that it follows the theme, enlarges and prints.
 */
@Component({
  selector: 'lu-radar-chart',
  template: `
    <svg viewBox="0 0 320 320" role="img" [attr.aria-label]="label()">
      @for (ring of rings(); track ring.value) {
        <polygon class="ring" [attr.points]="ring.points" />
        <text class="value" x="164" [attr.y]="ring.y">{{ ring.value }}</text>
      }
      @for (axis of axes(); track axis.number) {
        <line class="axis" x1="160" y1="160" [attr.x2]="axis.rim.x" [attr.y2]="axis.rim.y" />
        <text class="number" [attr.x]="axis.label.x" [attr.y]="axis.label.y">
          {{ axis.number }}
        </text>
      }
      @for (line of drawn(); track line.name) {
        <polygon [attr.class]="line.name" [attr.points]="line.points" />
      }
      @for (point of points(); track $index) {
        <circle [attr.cx]="point.x" [attr.cy]="point.y" r="4" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }

    svg {
      display: block;
      width: 100%;
      max-width: 26rem;
      margin-inline: auto;
    }

    polygon,
    line {
      fill: none;
      stroke: var(--lu-line);
    }

    .previous {
      stroke: var(--lu-edge);
      stroke-width: 1.5;
    }

    .target {
      stroke: var(--lu-quiet);
      stroke-dasharray: 1 5;
      stroke-linecap: round;
      stroke-width: 2.5;
    }

    .goal {
      stroke: var(--lu-fairway);
      stroke-dasharray: 7 5;
      stroke-width: 2;
    }

    .now {
      fill: var(--lu-fairway);
      fill-opacity: 0.14;
      stroke: var(--lu-fairway);
      stroke-linejoin: round;
      stroke-width: 3;
    }

    circle {
      fill: var(--lu-fairway);
    }

    text {
      fill: var(--lu-quiet);
      font-size: 12px;
    }

    .number {
      fill: var(--lu-ink);
      font-size: 16px;
      font-weight: 680;
      dominant-baseline: central;
      text-anchor: middle;
    }
  `,
})
export class RadarChart {
  readonly lines = input.required<RadarLines>();
  readonly highest = input.required<number>();
  /** What it is, and where the same figures stand as text. */
  readonly label = input.required<string>();

  private readonly frame = computed<RadarFrame>(() => ({
    axes: this.lines().now.length,
    centre: 160,
    radius: 126,
    highest: this.highest(),
  }));
  protected readonly rings = computed(() =>
    Array.from({ length: this.highest() }, (_, place) => {
      const value = place + 1;
      return {
        value,
        points: outline(
          this.frame(),
          this.lines().now.map(() => value),
        ),
        y: pointAt(this.frame(), 0, value).y + 14,
      };
    }),
  );
  protected readonly axes = computed(() =>
    this.lines().now.map((_, axis) => ({
      number: axis + 1,
      rim: pointAt(this.frame(), axis, this.highest()),
      label: pointAt(this.frame(), axis, this.highest() * 1.14),
    })),
  );
  /** What was behind first, so that now lies on top. */
  protected readonly drawn = computed(() =>
    (['previous', 'target', 'now', 'goal'] as const).map((name) => ({
      name,
      points: outline(this.frame(), this.lines()[name]),
    })),
  );
  protected readonly points = computed(() =>
    this.lines().now.flatMap((value, axis) =>
      value === null ? [] : [pointAt(this.frame(), axis, value)],
    ),
  );
}
