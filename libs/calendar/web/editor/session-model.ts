import {
  readClock,
  type OrganisedMeeting,
  type OrganisedSession,
  type OrganiserReference,
  type PromotionKind,
  type SessionDraft,
  type SessionForm,
  type SessionPatch,
} from '@luotsi/calendar/model';
import { languages, type Language, type Localised } from '@luotsi/platform/model';
import { finland } from '@luotsi/platform/web';

/** A meeting as it stands in the form: what is typed, however little of it. */
export interface MeetingModel {
  /** Empty: it is new. */
  id: string;
  date: string;
  from: string;
  to: string;
  /** The day on which it ends; empty: the same. */
  endDate: string;
  timeZone: string;
  /** Which of the two, where the time occurs twice: `+03:00`. */
  startOffset: string;
  endOffset: string;
  /** Where and in which room, unless where the session is. */
  place: Localised;
  link: string;
}

/** A session as it stands in the form. */
export interface SessionModel {
  title: Localised;
  summary: Localised;
  description: Localised;
  targetGroup: Localised;
  form: SessionForm;
  /** Without a date yet: `planned`. */
  timing: 'meetings' | 'planned';
  plannedYear: string;
  plannedMonth: string;
  meetings: MeetingModel[];
  place: Localised;
  link: string;
  languages: Record<Language, boolean>;
  capacity: number | null;
  approval: boolean;
  promotion: PromotionKind;
  offerHours: number | null;
  regionalSeats: { region: string; seats: number | null }[];
  sharesUntilDate: string;
  sharesUntilTime: string;
  opensDate: string;
  opensTime: string;
  closesDate: string;
  closesTime: string;
  theme: string;
  competences: string[];
  regions: string[];
  accessibility: Localised;
  price: Localised;
  contact: string;
  asksDiet: boolean;
  asksAccessNeeds: boolean;
  attendance: 'every' | 'some';
  attendanceCount: number | null;
  /** `group 019a…`; empty: the own one. */
  organiser: string;
  coaches: { id: string; name: string }[];
}

const noText = (): Localised => ({ fi: '', sv: '', en: '' });

/** A meeting that nothing is known of yet. */
export function emptyMeeting(): MeetingModel {
  return {
    id: '',
    date: '',
    from: '09:00',
    to: '16:00',
    endDate: '',
    timeZone: finland,
    startOffset: '',
    endOffset: '',
    place: noText(),
    link: '',
  };
}

/** A session that nothing is known of yet. @param language the one it is held in, to begin with */
export function emptySession(language: Language): SessionModel {
  return {
    title: noText(),
    summary: noText(),
    description: noText(),
    targetGroup: noText(),
    form: 'onsite',
    timing: 'meetings',
    plannedYear: '',
    plannedMonth: '',
    meetings: [emptyMeeting()],
    place: noText(),
    link: '',
    languages: { fi: language === 'fi', sv: language === 'sv', en: language === 'en' },
    capacity: null,
    approval: false,
    promotion: 'seat',
    offerHours: 48,
    regionalSeats: [],
    sharesUntilDate: '',
    sharesUntilTime: '',
    opensDate: '',
    opensTime: '',
    closesDate: '',
    closesTime: '',
    theme: '',
    competences: [],
    regions: [],
    accessibility: noText(),
    price: noText(),
    contact: '',
    asksDiet: false,
    asksAccessNeeds: false,
    attendance: 'every',
    attendanceCount: null,
    organiser: '',
    coaches: [],
  };
}

/** A session as the form shows it; meetings that were cancelled are not in it. */
export function modelOf(session: OrganisedSession): SessionModel {
  const [opensDate, opensTime] = wallOf(session.enrolmentOpens);
  const [closesDate, closesTime] = wallOf(session.enrolmentCloses);
  const [sharesUntilDate, sharesUntilTime] = wallOf(session.regionalSeatsUntil);
  const { planned, organiser, attendanceRule } = session;
  return {
    title: session.title,
    summary: session.summary,
    description: session.description,
    targetGroup: session.targetGroup,
    form: session.form,
    timing: planned ? 'planned' : 'meetings',
    plannedYear: planned ? String(planned.year) : '',
    plannedMonth: planned?.month ? String(planned.month) : '',
    meetings: session.meetings.filter(({ cancelled }) => !cancelled).map(meetingOf),
    place: session.place ?? noText(),
    link: session.link ?? '',
    languages: {
      fi: session.languages.includes('fi'),
      sv: session.languages.includes('sv'),
      en: session.languages.includes('en'),
    },
    capacity: session.capacity,
    approval: session.approval,
    promotion: session.promotion,
    offerHours: session.offerHours,
    regionalSeats: session.regionalSeats.map((share) => ({ ...share })),
    ...{ sharesUntilDate, sharesUntilTime, opensDate, opensTime, closesDate, closesTime },
    theme: session.theme ?? '',
    competences: session.competences,
    regions: session.regions,
    accessibility: session.accessibility,
    price: session.price,
    contact: session.contact,
    asksDiet: session.asksDiet,
    asksAccessNeeds: session.asksAccessNeeds,
    attendance: attendanceRule === null ? 'every' : 'some',
    attendanceCount: attendanceRule,
    organiser: organiser ? organiserKey(organiser) : '',
    coaches: session.coaches.map((coach) => ({ ...coach })),
  };
}

function meetingOf(meeting: OrganisedMeeting): MeetingModel {
  const [date = '', from = ''] = meeting.start.split('T');
  const [endDate = '', to = ''] = meeting.end.split('T');
  const { id, timeZone, startOffset, endOffset } = meeting;
  return {
    ...{ id, date, from, to, timeZone, startOffset, endOffset },
    endDate: endDate === date ? '' : endDate,
    place: meeting.place ?? noText(),
    link: meeting.link ?? '',
  };
}

/** When a meeting begins and ends on the clocks of its place: `2027-03-27T09:00`; '' until it is said. */
export function startOf({ date, from }: MeetingModel): string {
  return date && from ? `${date}T${from}` : '';
}
export function endOf({ date, endDate, to }: MeetingModel): string {
  return date && to ? `${endDate || date}T${to}` : '';
}

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
    enrolmentOpens: instantOf(model.opensDate, model.opensTime || '00:00'),
    enrolmentCloses: instantOf(model.closesDate, model.closesTime || '23:59'),
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
export function occursTwice(wall: string, timeZone: string): boolean {
  return wall !== '' && readClock(wall, timeZone).length === 2;
}

/** What has been changed since `base`, as it is sent; nothing when nothing has. */
export function changesOf(model: SessionModel, base: SessionModel): SessionPatch {
  const before: Readonly<Record<string, unknown>> = { ...sentOf(base) };
  const changes = Object.entries(sentOf(model)).filter(
    ([name, value]) => !isSame(value, before[name]),
  );
  return Object.fromEntries(changes);
}

/** What came of somebody else's change: the form with it, and the parts that both have changed. */
export interface Merged {
  readonly model: SessionModel;
  readonly theirs: readonly (keyof SessionModel)[];
  readonly both: readonly (keyof SessionModel)[];
}

/**
 * Somebody else has changed the session meanwhile: what was changed here stays, the rest is theirs.
 * @param base what was changed here, before it was
 */
export function merge(model: SessionModel, base: SessionModel, theirs: SessionModel): Merged {
  const names = Object.keys(theirs) as (keyof SessionModel)[];
  const own = names.filter((name) => !isSame(model[name], base[name]));
  const other = names.filter((name) => !isSame(theirs[name], base[name]));
  const kept = Object.fromEntries(own.map((name) => [name, model[name]]));
  return {
    model: { ...theirs, ...kept },
    theirs: other,
    both: own.filter((name) => other.includes(name) && !isSame(model[name], theirs[name])),
  };
}

/** Whether two parts say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** With the names of every object in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, inOrder(part)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** An organiser as the value of a choice. */
export function organiserKey({ type, id }: OrganiserReference): string {
  return `${type} ${id}`;
}

function organiserOf(key: string): OrganiserReference {
  const [type, id = ''] = key.split(' ');
  return { type: type === 'organisation' ? 'organisation' : 'group', id };
}

function orNull(text: Localised): Localised | null {
  return languages.every((language) => text[language].trim() === '') ? null : text;
}

/** The instant that Finland's clocks mean; of an hour that occurs twice, the first. */
function instantOf(date: string, time: string): string | null {
  const [meant] = date ? readClock(`${date}T${time}`, finland) : [];
  return meant ? meant.instant.toISOString() : null;
}

/** An instant on Finland's clocks: a date and a time. */
function wallOf(instant: string | null): [date: string, time: string] {
  if (instant === null) return ['', ''];
  const wall = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: finland,
  }).format(new Date(instant));
  const [date = '', time = ''] = wall.split(' ');
  return [date, time];
}
