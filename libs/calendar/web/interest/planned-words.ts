import { inject, Injectable } from '@angular/core';
import type { PlannedTime } from '@luotsi/calendar/model';
import { Format } from '@luotsi/platform/web';

/** When a session without a date is thought to be: "maaliskuu 2027", "2027". */
@Injectable({ providedIn: 'root' })
export class PlannedWords {
  private readonly format = inject(Format);

  of({ year, month }: PlannedTime): string {
    if (month === null) return String(year);
    return this.format.month(`${year}-${String(month).padStart(2, '0')}-15T12:00:00Z`);
  }
}
