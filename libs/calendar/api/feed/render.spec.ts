import ICAL from 'ical.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@luotsi/platform/model';
import type { FeedSession } from './feed-session';
import { feedWords } from './feed-words';
import { renderCalendar } from './render-calendar';
import { renderEvents } from './render-events';

const changedAt = new Date('2026-11-20T08:15:30.000Z');

/** Two meetings around the change of clocks, one cancelled, awkward characters. */
const sessions: readonly FeedSession[] = [
  {
    id: '01930000-0000-7000-8000-000000000001',
    revision: '1',
    title: { fi: 'Oppimiskahvila; nuoret, työ ja äänestys', sv: 'Lärcafé', en: 'Learning café' },
    summary: {
      fi: 'Ratkaistaan yhdessä: miten\nkuulutukset tavoittavat nuoret? Polku C:\\työ, kaikille avoin ja pitkä rivi täynnä ääkkösiä ÄÖÅ.',
      sv: '',
      en: 'Solved together.',
    },
    form: 'hybrid',
    theme: { fi: 'Nuorisotakuu', sv: 'Ungdomsgarantin', en: 'Youth guarantee' },
    meetings: [
      {
        uid: 'meeting-1@luotsi',
        sequence: 2,
        changedAt,
        start: '2027-03-27T09:00',
        end: '2027-03-27T16:00',
        timeZone: 'Europe/Helsinki',
        status: 'CONFIRMED',
        place: { fi: 'Rovaniemi, Lapin kirjasto', sv: 'Rovaniemi', en: '' },
      },
      {
        uid: 'meeting-2@luotsi',
        sequence: 0,
        changedAt,
        start: '2027-03-29T09:00',
        end: '2027-03-29T16:00',
        timeZone: 'Europe/Helsinki',
        status: 'CONFIRMED',
        place: null,
      },
    ],
  },
  {
    id: '01930000-0000-7000-8000-000000000002',
    revision: '2',
    title: { fi: 'Vertaisfoorumi', sv: 'Kollegialt forum', en: 'Peer forum' },
    summary: { fi: 'Peruttu tilaisuus.', sv: 'Inställt.', en: 'Called off.' },
    form: 'online',
    theme: null,
    meetings: [
      {
        uid: 'meeting-3@luotsi',
        sequence: 1,
        changedAt,
        start: '2027-10-31T12:00',
        end: '2027-10-31T13:30',
        timeZone: 'Europe/Helsinki',
        status: 'CANCELLED',
        place: null,
      },
    ],
  },
];

function feed(language: Language): string {
  const options = { language, origin: 'https://luotsi.example', personal: false };
  return renderCalendar(
    {
      name: feedWords[language].publicName,
      description: feedWords[language].publicDescription,
      source: 'https://luotsi.example/feeds/calendar.ics',
    },
    sessions.map((session) => renderEvents(session, options)),
    ['Europe/Helsinki'],
  );
}

function vtimezoneOf(calendar: ICAL.Component): ICAL.Component {
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (!zone) throw new Error('The feed has no VTIMEZONE.');
  return zone;
}

describe('a calendar feed', () => {
  it.each(['fi', 'sv', 'en'] as const)('is byte for byte the golden file in %s', (language) => {
    const golden = join(import.meta.dirname, 'golden', `calendar.${language}.ics`);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, feed(language));
    expect(feed(language)).toBe(readFileSync(golden, 'utf8'));
  });

  it('reads back with another parser: times, status, revision and text survive', () => {
    const calendar = new ICAL.Component(ICAL.parse(feed('fi')) as never);
    const zone = new ICAL.Timezone(vtimezoneOf(calendar));
    expect(zone.tzid).toBe('Europe/Helsinki');
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map((event) => event.uid)).toEqual([
      'meeting-1@luotsi',
      'meeting-2@luotsi',
      'meeting-3@luotsi',
    ]);
    expect(events.map((event) => event.sequence)).toEqual([2, 0, 1]);
    const statuses = events.map((event) => event.component.getFirstPropertyValue('status'));
    expect(statuses).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(events[0]?.summary).toBe(sessions[0]?.title.fi);
    expect(events[0]?.description).toContain('miten\nkuulutukset');
    expect(events[0]?.description).toContain('C:\\työ');
    expect(events[2]?.summary).toBe('Peruttu: Vertaisfoorumi');
    expect(events[1]?.location).toBe('Verkossa');
  });

  it('keeps nine o’clock at nine on both sides of a clock change', () => {
    const calendar = new ICAL.Component(ICAL.parse(feed('fi')) as never);
    const zone = new ICAL.Timezone(vtimezoneOf(calendar));
    ICAL.TimezoneService.register(zone);
    const starts = calendar
      .getAllSubcomponents('vevent')
      .slice(0, 2)
      .map((event) => new ICAL.Event(event).startDate);
    expect(starts.map((start) => start.hour)).toEqual([9, 9]);
    expect(starts.map((start) => start.convertToZone(ICAL.Timezone.utcTimezone).hour)).toEqual([
      7, 6,
    ]);
  });

  it('has DTSTAMP in UTC, DTSTART with its zone, no METHOD, and lines of at most 75 octets', () => {
    const lines = feed('fi').split('\r\n');
    expect(
      lines
        .filter((line) => line.startsWith('DTSTAMP'))
        .every((l) => /^DTSTAMP:\d{8}T\d{6}Z$/.test(l)),
    ).toBe(true);
    expect(lines).toContain('DTSTART;TZID=Europe/Helsinki:20270327T090000');
    expect(lines.some((line) => line.startsWith('METHOD'))).toBe(false);
    expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(feed('fi').replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('says calendar properties before components (RFC 5545 §3.6)', () => {
    const text = feed('fi');
    expect(text.indexOf('REFRESH-INTERVAL')).toBeLessThan(text.indexOf('BEGIN:VTIMEZONE'));
    expect(text.indexOf('END:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
  });
});
