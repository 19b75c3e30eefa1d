import type { WritableSignal } from '@angular/core';
import { applyEach, form, maxLength, validate, type FieldTree } from '@angular/forms/signals';
import { longest, readClock, whyNotTimely } from '@luotsi/calendar/model';
import { languages, type Localised } from '@luotsi/platform/model';
import type { Translate } from '@luotsi/platform/web';
import type finnish from './i18n/fi.json';
import { endOf, startOf, type MeetingModel, type SessionModel } from './session-model';
import { spanOf, windowOf } from './session-sent';

/** The form over what is typed of a session. */
export type SessionForm = FieldTree<SessionModel>;

const MOST = 100_000;

/**
 * What is typed of a session with what has to be right of it before it can be sent; the rest may come
 * later. What goes wrong is said in words, in the current language.
 */
export function sessionForm(
  model: WritableSignal<SessionModel>,
  t: Translate<typeof finnish>,
): SessionForm {
  const fault = (key: keyof (typeof finnish)['fault'], facts: Record<string, string> = {}) => ({
    kind: key,
    message: t(`fault.${key}`, facts),
  });
  const isUrl = (text: string) => text.trim() === '' || /^https?:\/\/\S+$/.test(text.trim());
  // What is too long is kept as it was typed, and not sent; the field itself counts it.
  const fits = (text: string, most: number) =>
    text.trim().length > most ? fault('long', { most: String(most) }) : undefined;
  const fit = (texts: Localised, most: number) =>
    languages.map((language) => fits(texts[language], most)).find((one) => one !== undefined);
  const isDated = () => model().timing === 'meetings';

  return form(model, (path) => {
    validate(path.title, ({ value }) =>
      languages.every((language) => value()[language].trim() === '')
        ? fault('title')
        : fit(value(), longest.title),
    );
    for (const texts of [
      ...[path.summary, path.description, path.targetGroup, path.place],
      ...[path.accessibility, path.price],
    ])
      validate(texts, ({ value }) => fit(value(), longest.text));
    validate(path.capacity, ({ value }) => {
      const seats = value();
      return seats !== null && Number.isInteger(seats) && seats >= 1 && seats <= MOST
        ? undefined
        : fault('capacity');
    });
    validate(path.contact, ({ value }) => fits(value(), longest.contact));
    validate(path.link, ({ value }) =>
      isUrl(value()) ? fits(value(), longest.link) : fault('link'),
    );
    maxLength(path.plannedYear, 4);
    validate(path.plannedYear, ({ value }) =>
      isDated() || /^2\d{3}$/.test(value()) ? undefined : fault('plannedYear'),
    );
    const untimely = () => whyNotTimely(windowOf(model()), spanOf(model()))?.refused;
    validate(path.opensDate, () =>
      untimely() === 'enrolment-opens-late' ? fault('opensLate') : undefined,
    );
    validate(path.closesDate, () => {
      const why = untimely();
      if (why === 'enrolment-closes-first') return fault('closesFirst');
      return why === 'enrolment-closes-late' ? fault('closesLate') : undefined;
    });
    validate(path.regionalSeats, ({ value }) => {
      const shares = value();
      const sum = shares.reduce((all, { seats }) => all + (seats ?? 0), 0);
      const regions = shares.map(({ region }) => region);
      if (shares.some(({ region, seats }) => region === '' || !seats || seats < 1))
        return fault('share');
      if (new Set(regions).size < regions.length) return fault('shareTwice');
      return sum > (model().capacity ?? MOST) ? fault('shares', { sum: String(sum) }) : undefined;
    });
    validate(path.offerHours, ({ value }) =>
      model().promotion === 'seat' || isBetween(value(), 1, 720) ? undefined : fault('offerHours'),
    );
    validate(path.attendanceCount, ({ value }) =>
      model().attendance === 'every' || isBetween(value(), 1, Math.max(1, model().meetings.length))
        ? undefined
        : fault('attendanceCount', { meetings: String(model().meetings.length) }),
    );
    applyEach(path.meetings, (meeting) => {
      validate(meeting.date, ({ value }) => (isDated() && !value() ? fault('date') : undefined));
      validate(meeting.link, ({ value }) =>
        isUrl(value()) ? fits(value(), longest.link) : fault('link'),
      );
      validate(meeting.place, ({ value }) => fit(value(), longest.text));
      validate(meeting.from, ({ value, valueOf }) => {
        if (!isDated()) return undefined;
        if (!value()) return fault('time');
        const { timeZone, startOffset } = valueOf(meeting);
        return clockFault(startOf(valueOf(meeting)), timeZone, startOffset);
      });
      validate(meeting.to, ({ value, valueOf }) => {
        if (!isDated()) return undefined;
        if (!value()) return fault('time');
        const given = valueOf(meeting);
        return (
          clockFault(endOf(given), given.timeZone, given.endOffset) ??
          (endsFirst(given) ? fault('endsFirst') : undefined)
        );
      });
    });
  });

  /** A time that is not, or of which there are two. */
  function clockFault(wall: string, timeZone: string, offset: string) {
    if (wall === '') return undefined;
    const readings = readClock(wall, timeZone);
    if (readings.length === 0) return fault('skipped', { time: clockOf(wall) });
    return readings.length === 2 && !readings.some((one) => one.offset === offset)
      ? fault('twice', { time: clockOf(wall) })
      : undefined;
  }
}

/** The clock of a wall-clock time as people write it: `3.30`. */
export function clockOf(wall: string): string {
  const [hour = '', minute = ''] = wall.slice(11).split(':');
  return `${Number(hour)}.${minute}`;
}

/** When a time is, of two that are the same on the clock the chosen one. */
function instantOf(wall: string, timeZone: string, offset: string): number {
  const readings = readClock(wall, timeZone);
  const meant = readings.find((one) => one.offset === offset) ?? readings[0];
  return meant?.instant.getTime() ?? NaN;
}

function endsFirst(meeting: MeetingModel): boolean {
  const { timeZone, startOffset, endOffset } = meeting;
  const [start, end] = [startOf(meeting), endOf(meeting)];
  if (!start || !end) return false;
  return instantOf(end, timeZone, endOffset) <= instantOf(start, timeZone, startOffset);
}

function isBetween(number: number | null, least: number, most: number): boolean {
  return number !== null && Number.isInteger(number) && number >= least && number <= most;
}
