import { DOCUMENT, inject, Injectable } from '@angular/core';

const NAME = 'luotsi_programme_marks';

/** What someone has marked and the service does not know yet: done or not, by activity. */
export type Marks = Readonly<Record<string, boolean>>;

/**
 * Keeps marks in this browser until the service has them, so that neither a lost connection nor a
 * closed page loses them. They belong to one person: another who signs in here does not send them.
 */
@Injectable({ providedIn: 'root' })
export class KeptMarks {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  read(personId: string): Marks {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(nameOf(personId)) ?? '{}');
      return Object.fromEntries(
        Object.entries(kept ?? {}).filter((entry): entry is [string, boolean] => {
          return typeof entry[1] === 'boolean';
        }),
      );
    } catch {
      return {};
    }
  }

  /** A browser that refuses to keep anything keeps the marks only while the page is open. */
  write(personId: string, marks: Marks): void {
    try {
      if (Object.keys(marks).length === 0) this.storage?.removeItem(nameOf(personId));
      else this.storage?.setItem(nameOf(personId), JSON.stringify(marks));
    } catch {
      return;
    }
  }
}

const nameOf = (personId: string) => `${NAME}.${personId}`;
