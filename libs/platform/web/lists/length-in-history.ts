import { Location } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';

/** How long a list had become, at one place in the browser’s history. */
export interface LengthInHistory {
  /** How long it was when this place was left; 0 when it is opened anew. */
  read(): number;
  write(length: number): void;
}

/**
 * Keeps how long a list has become with this place in the browser’s history, so that whoever goes
 * back finds it so: counted in whatever its pages are read by. To be called where the list is made.
 * @param list what it is kept under: the name of the operation that reads it
 */
export function lengthInHistory(list: string): LengthInHistory {
  const location = inject(Location);
  const page = inject(DestroyRef);
  const state = () => (location.getState() ?? {}) as { readonly lengths?: Record<string, number> };
  return {
    read: () => state().lengths?.[list] ?? 0,
    write: (length) => {
      // The place in the history is another page's by then.
      if (page.destroyed) return;
      const lengths = { ...state().lengths, [list]: length };
      location.replaceState(location.path(true), '', { ...state(), lengths });
    },
  };
}
