import { afterNextRender, DestroyRef, Directive, ElementRef, inject } from '@angular/core';

const CONTROLS = 'input, select, textarea, button, a[href]';
const FOLDED = 'details:not([open]) > :not(summary)';

/**
 * Keeps the focus where the person is when what they pressed goes: a button that opens a form gives
 * it to the form's first field, a form that closes to the button that stands in its place, and a
 * button that was off while something was sent has it back. Stands around all of them, and takes the
 * focus itself, if it can, when none of them is left.
 */
@Directive({
  selector: '[luKeepFocus]',
  host: { '(focusin)': 'entered($event)', '(focusout)': 'left($event)' },
})
export class KeepFocus {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private focused: HTMLElement | undefined;
  /** What stands around the focused element, nearest first: what is left of it, when it goes. */
  private around: readonly Element[] = [];

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new MutationObserver((changes) => this.mend(changes));
      const what = { childList: true, subtree: true, attributeFilter: ['disabled'] };
      observer.observe(this.host, what);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  protected entered({ target }: FocusEvent): void {
    this.focused = target as HTMLElement;
    this.around = ancestors(this.focused, this.host);
  }

  /** Whoever leaves of their own will has left; an element that goes or is off has not been left. */
  protected left({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget) return;
    queueMicrotask(() => {
      if (target === this.focused && canHold(this.focused)) this.focused = undefined;
    });
  }

  private mend(changes: readonly MutationRecord[]): void {
    const { activeElement, body } = this.host.ownerDocument;
    if (!this.focused || (activeElement !== body && activeElement !== null)) return;
    if (canHold(this.focused)) this.focused.focus();
    else if (!this.focused.isConnected) (this.successor(changes) ?? this.host).focus();
  }

  /** The first control of what has come nearest to where the focus was; else the nearest there is. */
  private successor(changes: readonly MutationRecord[]): HTMLElement | undefined {
    const come = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    const left = this.around.filter((element) => element.isConnected).map(controlsIn);
    // A cell that is empty now leads to its row.
    const controls = left.find((some) => some.length > 0) ?? controlsIn(this.host);
    return controls.find((one) => come.some((node) => node.contains(one))) ?? controls[0];
  }
}

function ancestors(element: Element, upTo: Element): Element[] {
  const found: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) {
    found.push(one);
    if (one === upTo) break;
  }
  return found;
}

function controlsIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(CONTROLS)].filter(canHold);
}

function canHold(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(`:disabled, ${FOLDED}, ${FOLDED} *`);
}
