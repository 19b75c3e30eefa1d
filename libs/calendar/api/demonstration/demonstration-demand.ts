import { sessionDraft, type SessionDraft } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { Enrolments } from '../enrolment/enrolments';
import { insertSessions, type NewSession } from '../organise/insert-sessions';
import { meetingRecord } from '../organise/meeting-times';
import { workingDay } from './days';

const DAY = 86_400_000;

/**
 * Two sessions that have no date yet, one of them with many interested; and one that keeps seats for
 * the north and asks what people need.
 */
export async function demonstrateDemand(
  manager: EntityManager,
  today: Date,
  people: readonly string[],
): Promise<void> {
  const year = today.getUTCFullYear() + 1;
  const undated = [
    demand({
      ...{ title: masterClass, summary: masterSummary, capacity: 16, competences: ['CC'] },
      ...{ meetings: [], planned: { year, month: 9 }, theme: 'dg3', place: oulu, regions: ['17'] },
    }),
    demand({
      ...{ title: workshop, capacity: 40, form: 'online', meetings: [] },
      planned: { year, month: null },
    }),
  ];
  const day = workingDay(new Date(today.getTime() + 45 * DAY), 0, null);
  const north = demand({
    ...{ title: northern, summary: northernSummary, capacity: 24, competences: ['PRO'] },
    ...{ place: rovaniemi, regions: ['19', '17'], asksDiet: true, asksAccessNeeds: true },
    regionalSeats: [
      { region: '19', seats: 8 },
      { region: '17', seats: 4 },
    ],
    regionalSeatsUntil: new Date(Date.parse(`${day}T06:00:00Z`) - 10 * DAY).toISOString(),
    meetings: [{ start: `${day}T09:00`, end: `${day}T15:30` }],
  });
  await insertSessions(manager, [...undated, north]);
  await Enrolments.changeSeats(manager, north.id, null);
  await manager.query(
    `INSERT INTO calendar.session_interest (session_id, person_id)
     SELECT $1, person FROM unnest($2::uuid[]) WITH ORDINALITY AS given (person, turn) ORDER BY turn`,
    [undated[0]?.id, people.slice(4, 17)],
  );
}

function demand(written: SessionDraft): NewSession {
  const { meetings, ...input } = sessionDraft.parse({
    ...{ organiser: { type: 'group', id: groupId('elo-forum') } },
    ...{ contact: 'luotsi@demo.luotsi.example' },
    ...written,
  });
  return {
    id: newId(),
    input,
    meetings: meetings.map((meeting) => meetingRecord(meeting)),
    createdBy: null,
    publishedAt: new Date(Date.now() - DAY).toISOString(),
  };
}

const oulu = { fi: 'Oulu', sv: 'Uleåborg', en: 'Oulu' };
const rovaniemi = { fi: 'Rovaniemi', sv: 'Rovaniemi', en: 'Rovaniemi' };
const masterClass = {
  fi: 'Ryhmäohjauksen mestarikurssi',
  sv: 'Mästarkurs i gruppvägledning',
  en: 'Master class in group guidance',
};
const masterSummary = {
  fi: 'Kaksi päivää ryhmän ohjaamista: harjoittelet, saat palautetta ja annat sitä.',
  sv: 'Två dagar gruppvägledning: du övar, får respons och ger respons.',
  en: 'Two days of guiding groups: you practise, get feedback and give it.',
};
const workshop = {
  fi: 'Etsivän nuorisotyön ja ohjauksen yhteinen työpaja',
  sv: 'Gemensam verkstad för uppsökande ungdomsarbete och vägledning',
  en: 'A workshop of outreach youth work and guidance',
};
const northern = {
  fi: 'Pohjoisen ohjauspäivä',
  sv: 'Nordlig vägledningsdag',
  en: 'A day of guidance in the north',
};
const northernSummary = {
  fi: 'Pitkät etäisyydet ja pienet paikkakunnat: mitä ohjaus niissä vaatii ja mikä toimii.',
  sv: 'Långa avstånd och små orter: vad vägledningen kräver där och vad som fungerar.',
  en: 'Long distances and small places: what guidance takes there, and what works.',
};
