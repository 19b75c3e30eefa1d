import type { PromotionKind, SessionForm } from '@luotsi/calendar/model';
import type { Language, Localised } from '@luotsi/platform/model';
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

/** Words in no language yet. */
export const noText = (): Localised => ({ fi: '', sv: '', en: '' });

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

/** When a meeting begins on the clocks of its place: `2027-03-27T09:00`; '' until it is said. */
export function startOf({ date, from }: MeetingModel): string {
  return date && from ? `${date}T${from}` : '';
}

/** When it ends, likewise; on the day it begins unless another is said. */
export function endOf({ date, endDate, to }: MeetingModel): string {
  return date && to ? `${endDate || date}T${to}` : '';
}
