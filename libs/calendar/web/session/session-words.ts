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
  where(session: Placed): string {
    const { form } = session;
    const name = this.placeOf(session);
    if (form === 'online') return this.t('where.online');
    if (name === '') return this.t(`where.${form}`);
    return form === 'hybrid' ? this.t('where.both', { place: name }) : name;
  }

  /** "torstaina 11. maaliskuuta klo 9.00, Rovaniemi": when and where it begins, in a sentence. */
  beginning(session: Placed): string {
    const first = heldMeetings(session)[0];
    if (!first) return '';
    const where = this.where(session);
    const named = session.form !== 'online' && this.placeOf(session) !== '';
    return `${this.at(first.start, first.timeZone)}, ${named ? where : lowered(where)}`;
  }

  /** "torstaina 11. maaliskuuta klo 9.00" */
  at(moment: string, zone?: string): string {
    return this.t('clock.at', {
      day: this.format.onDay(moment, zone),
      time: this.format.time(moment, zone),
    });
  }

  /** "9.00–16.00", on the clocks of the place. */
  times({ start, end, timeZone }: Meeting): string {
    return this.format.times(start, end, timeZone);
  }

  /** "Stockholm, paikallista aikaa", where the clocks differ from Finland's; else nothing. */
  otherClock({ start, timeZone }: Meeting): string {
    const same = this.format.time(start, timeZone) === this.format.time(start, finland);
    return same ? '' : this.t('clock.elsewhere', { city: cityOf(timeZone) });
  }

  private placeOf({ place, meetings }: Placed): string {
    const named = place ?? heldMeetings({ meetings }).find((meeting) => meeting.place)?.place;
    return named ? this.format.text(named) : '';
  }
}

/** The text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The city that a time zone is named after: `Europe/Stockholm` is Stockholm. */
function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The text with a small first letter. */
function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
