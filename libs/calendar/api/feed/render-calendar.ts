import ical from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';

/** What a subscribed calendar says of itself. */
export interface CalendarHead {
  readonly name: string;
  readonly description: string;
  /** The feed's own address (RFC 7986 SOURCE). */
  readonly source?: string;
}

/** How long a client may wait before it asks again (RFC 7986 REFRESH-INTERVAL), in seconds. */
const REFRESH_SECONDS = 3_600;

/**
 * A whole iCalendar stream from the kept texts of its events. METHOD is left out: a subscribed
 * calendar is no iTIP message, and PUBLISH would ask for an ORGANIZER (RFC 5546 §3.2.1).
 * @param events rendered VEVENTs, as `renderEvents` returns them
 * @param timeZones IANA names that the events use; each gets its VTIMEZONE
 */
export function renderCalendar(
  head: CalendarHead,
  events: readonly string[],
  timeZones: Iterable<string>,
): string {
  const frame = ical({
    prodId: { company: 'Luotsi', product: 'Luotsi', language: 'EN' },
    name: head.name,
    description: head.description,
    ...(head.source === undefined ? {} : { source: head.source }),
    ttl: REFRESH_SECONDS,
  }).toString();
  const end = frame.lastIndexOf('END:VCALENDAR');
  const zones = [...new Set(timeZones)].sort().map(timeZoneComponent);
  return `${frame.slice(0, end)}${zones.join('')}${events.join('')}END:VCALENDAR\r\n`;
}

const components = new Map<string, string>();

/**
 * The VTIMEZONE of an IANA zone, with its line end. Of a zone with several names it has the one that
 * the events use: a TZID without its VTIMEZONE is an error (RFC 5545 §3.2.19).
 */
function timeZoneComponent(name: string): string {
  let component = components.get(name);
  if (component === undefined) {
    const [block = ''] = tzlib_get_ical_block(name, false);
    component = `${block.trim()}\r\n`.replace(/^TZID:.*$/m, `TZID:${name}`);
    components.set(name, component);
  }
  return component;
}
