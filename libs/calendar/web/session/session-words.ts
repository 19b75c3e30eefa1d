import { inject, Injectable } from '@angular/core';
import { finland, Format, useTexts } from '@luotsi/platform/web';
import type { Meeting, SessionItem } from '@luotsi/calendar/model';
import { heldMeetings } from '../agenda/agenda-days';
import { calendarTexts } from '../texts';

type Placed = Pick<SessionItem, 'form' | 'place' | 'meetings'>;

/** How sessions are put into words: when, where, for how many. In the current language. */
@Injectable({ providedIn: 'root' })
export class SessionWords {
  private readonly t = useTexts(calendarTexts);
  private readonly format = inject(Format);

  /** "Rovaniemi", "Verkossa", "Rovaniemi ja verkossa". */
  where({ form, place, meetings }: Placed): string {
    const first = place ?? heldMeetings({ meetings }).find((meeting) => meeting.place)?.place;
    const name = first ? this.format.text(first) : '';
    if (form === 'online') return this.t('where.online');
    if (name === '') return this.t(`where.${form}`);
    return form === 'hybrid' ? this.t('where.both', { place: name }) : name;
  }

  /** "Torstai 11. maaliskuuta 2027 klo 9.00": when the session begins. */
  begins(session: Pick<SessionItem, 'meetings'>): string {
    const first = heldMeetings(session)[0];
    return first ? capital(this.at(first.start, first.timeZone)) : '';
  }

  /** "torstai 11. maaliskuuta 2027 klo 9.00" */
  at(moment: string, zone?: string): string {
    return this.t('clock.at', {
      day: this.format.longDay(moment, zone),
      time: this.format.time(moment, zone),
    });
  }

  /** "9.00–16.00", on the clocks of the place; with their name where they differ from Finland's. */
  times({ start, end, timeZone }: Meeting): string {
    const times = this.format.times(start, end, timeZone);
    const sameClock = this.format.time(start, timeZone) === this.format.time(start, finland);
    return sameClock ? times : this.t('clock.elsewhere', { times, zone: zoneCity(timeZone) });
  }
}

/** The text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The city that a time zone is named after: `Europe/Stockholm` is Stockholm. */
function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
