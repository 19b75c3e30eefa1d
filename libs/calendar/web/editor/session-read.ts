import type { OrganisedMeeting, OrganisedSession } from '@luotsi/calendar/model';
import { finland } from '@luotsi/platform/web';
import { organiserKey } from './organiser-key';
import { noText, type MeetingModel, type SessionModel } from './session-model';

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
