import { readClock, type SessionDraft, type SessionPatch, type Span } from '@luotsi/calendar/model';
import { languages, type Localised } from '@luotsi/platform/model';
import { finland } from '@luotsi/platform/web';
import { organiserOf } from './organiser-key';
import { endOf, noText, startOf, type MeetingModel, type SessionModel } from './session-model';

/** Everything that the form says, as it is sent. */
export function sentOf(model: SessionModel): SessionPatch & SessionDraft {
  const isPlanned = model.timing === 'planned';
  return {
    title: model.title,
    capacity: model.capacity ?? 0,
    meetings: isPlanned ? [] : model.meetings.map(sentMeeting),
    form: model.form,
    languages: languages.filter((language) => model.languages[language]),
    ...(model.organiser ? { organiser: organiserOf(model.organiser) } : {}),
    summary: model.summary,
    description: model.description,
    targetGroup: model.targetGroup,
    theme: model.theme || null,
    competences: model.competences,
    regions: model.regions,
    place: orNull(model.form === 'online' ? noText() : model.place),
    link: (model.form !== 'onsite' && model.link.trim()) || null,
    contact: model.contact,
    price: model.price,
    accessibility: model.accessibility,
    ...windowOf(model),
    approval: model.approval,
    promotion: model.promotion,
    offerHours: model.offerHours ?? 48,
    regionalSeats: model.regionalSeats
      .filter(({ region }) => region !== '')
      .map(({ region, seats }) => ({ region, seats: seats ?? 0 })),
    regionalSeatsUntil: instantOf(model.sharesUntilDate, model.sharesUntilTime || '00:00'),
    asksDiet: model.asksDiet,
    asksAccessNeeds: model.asksAccessNeeds,
    attendanceRule: model.attendance === 'some' ? model.attendanceCount : null,
    planned:
      isPlanned && model.plannedYear
        ? { year: Number(model.plannedYear), month: Number(model.plannedMonth) || null }
        : null,
    coaches: model.coaches.map(({ id }) => id),
  };
}

function sentMeeting(meeting: MeetingModel): NonNullable<SessionPatch['meetings']>[number] & {
  start: string;
  end: string;
} {
  const [start, end] = [startOf(meeting), endOf(meeting)];
  const { id, timeZone, startOffset, endOffset } = meeting;
  return {
    ...(id ? { id } : {}),
    ...{ start, end, timeZone },
    ...(occursTwice(start, timeZone) && startOffset ? { startOffset } : {}),
    ...(occursTwice(end, timeZone) && endOffset ? { endOffset } : {}),
    place: orNull(meeting.place),
    link: meeting.link.trim() || null,
  };
}

/** Whether the clocks show a time twice. */
function occursTwice(wall: string, timeZone: string): boolean {
  return wall !== '' && readClock(wall, timeZone).length === 2;
}

function orNull(text: Localised): Localised | null {
  return languages.every((language) => text[language].trim() === '') ? null : text;
}

/** The instant that clocks mean, Finland's unless said; of an hour that occurs twice, the first. */
function instantOf(date: string, time: string, timeZone = finland): string | null {
  const [meant] = date && time ? readClock(`${date}T${time}`, timeZone) : [];
  return meant ? meant.instant.toISOString() : null;
}

/** When enrolment closes; null: when the session begins. */
export function closesOf({ closesDate, closesTime }: SessionModel): string | null {
  return instantOf(closesDate, closesTime || '23:59');
}

/** When enrolment opens and closes. */
export function windowOf(model: SessionModel) {
  return {
    enrolmentOpens: instantOf(model.opensDate, model.opensTime || '00:00'),
    enrolmentCloses: closesOf(model),
  };
}

/** When the first meeting begins; null while that is not said. */
export function beginsOf(model: SessionModel): string | null {
  const starts = datedOf(model).map(({ date, from, timeZone }) => instantOf(date, from, timeZone));
  return starts.filter((start) => start !== null).sort()[0] ?? null;
}

/** When the first meeting begins and the last one ends; null while that is not said. */
export function spanOf(model: SessionModel): Span | null {
  const starts = beginsOf(model);
  const ends = datedOf(model)
    .map(({ date, endDate, to, timeZone }) => instantOf(endDate || date, to, timeZone))
    .filter((end) => end !== null)
    .sort()
    .at(-1);
  return starts !== null && ends !== undefined ? { starts, ends } : null;
}

const datedOf = ({ timing, meetings }: SessionModel) => (timing === 'planned' ? [] : meetings);
