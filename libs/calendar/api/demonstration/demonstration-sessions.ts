import { sessionDraft, type SessionDraft } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import { newId } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import type { NewSession } from '../organise/insert-sessions';
import { meetingRecord } from '../organise/meeting-times';
import type { Chance } from './chance';
import content from './demo-sessions.json' with { type: 'json' };
import { addMinutes, workingDay } from './days';
import places from './places.json' with { type: 'json' };

/** What a session is about, as it was written for the demonstration. */
interface Outline {
  readonly title: Localised;
  readonly summary: Localised;
  readonly description: Localised;
  readonly targetGroup: Localised;
  readonly theme: string;
  readonly competences: string[];
  readonly durationMinutes: number;
}

/** When and how an outline is held. */
interface Held {
  /** Months from now; negative: in the past. */
  readonly month: number;
  readonly start: string;
  readonly capacity: number;
  /** Null: the whole country. */
  readonly region: string | null;
  readonly form: 'onsite' | 'online' | 'hybrid';
  readonly organiser: NonNullable<SessionDraft['organiser']>;
  readonly days?: number;
  /** Enrolment opens, and closes, that many days before the day. */
  readonly opens?: number;
  readonly closes?: number;
}

const regions = Object.keys(places.towns);
const group = (key: string) => ({ type: 'group', id: groupId(key) }) as const;
/** Åland has no ELO group of its own: the national forum arranges there. */
const eloGroup = (region: string) => group(region === '21' ? 'elo-forum' : `elo-${region}`);
const forms = ['onsite', 'online', 'hybrid', 'onsite'] as const;

/** The place in a list that goes round. */
const at = <Item>(items: readonly Item[], place: number): Item => {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('An empty list.');
  return item;
};

/**
 * A year and a half of the network's practice, half a year of it past: monthly learning cafés in four
 * regions, peer forums on their four themes, the yearly seminar, contact-teaching periods of two days,
 * days of the development groups, and training in each competence.
 * @param organisations ids of organisations by region, some of whom train, too
 */
export function demonstrationSessions(
  today: Date,
  chance: Chance,
  organisations: ReadonlyMap<string, string>,
): NewSession[] {
  const made: NewSession[] = [];
  const hold = (outline: Outline, held: Held) => made.push(session(outline, held, today, chance));

  for (let month = -6; month <= 12; month++)
    for (let turn = 0; turn < 4; turn++) {
      const number = (month + 6) * 4 + turn;
      const region = at(regions, number * 5 + 17);
      hold(at(content.learningCafes, number), {
        ...{ month, region, start: '13:00', capacity: chance.between(20, 36) },
        ...{ form: 'onsite', organiser: eloGroup(region) },
      });
    }
  for (const [number, month] of [-5, -3, -1, 1, 3, 5, 8, 10].entries())
    hold(at(content.peerForums, number), {
      ...{ month, region: at(regions, number * 4 + 4), start: '09:30', capacity: 60 },
      ...{ form: 'hybrid', organiser: group('elo-forum') },
    });
  for (const month of [-4, 8])
    hold(at(content.seminar, 0), {
      ...{ month, region: null, start: '09:00', capacity: 200 },
      ...{ form: 'hybrid', organiser: group('elo-forum'), opens: 90, closes: 7 },
    });
  for (let number = 0; number < 21; number++)
    hold(at(content.contactPeriods, number), {
      ...{ month: number - 6 - (number > 17 ? 8 : 0), region: at(regions, number * 7 + 6) },
      ...{ start: '09:00', capacity: 24, form: 'onsite', organiser: group('dg12') },
      ...{ days: 2, closes: 7 },
    });
  for (let number = 0; number < 39; number++) {
    const outline = at(content.developmentGroupDays, number);
    hold(outline, {
      ...{ month: (number % 19) - 6, region: null, start: '10:00', capacity: 30 },
      ...{ form: at(forms, number + 1), organiser: group(outline.theme) },
    });
  }
  for (let number = 0; number < 72; number++) {
    const outline = at(content.trainings, number);
    const form = at(forms, number + Math.floor(number / 24));
    const region = form === 'online' ? null : at(regions, number * 3 + 1);
    const trainer = number % 3 === 0 ? organisations.get(region ?? '') : undefined;
    hold(outline, {
      ...{ month: (number % 18) - 5, region, form, capacity: chance.between(12, 30) },
      start: at(['09:00', '12:30', '14:00'], number),
      organiser: trainer ? { type: 'organisation', id: trainer } : group(outline.theme),
    });
  }
  return made;
}

function session(outline: Outline, held: Held, today: Date, chance: Chance): NewSession {
  const day = workingDay(today, held.month, chance);
  const days = Array.from({ length: held.days ?? 1 }, (_, place) =>
    place === 0 ? day : workingDay(new Date(`${day}T00:00:00Z`), 0, null),
  );
  const zone = held.region === '21' ? 'Europe/Mariehamn' : 'Europe/Helsinki';
  const place = held.form === 'online' ? null : placeIn(held.region ?? '01', chance);
  const { meetings, ...input } = sessionDraft.parse({
    title: outline.title,
    summary: outline.summary,
    description: outline.description,
    targetGroup: outline.targetGroup,
    theme: outline.theme,
    competences: outline.competences,
    capacity: held.capacity,
    form: held.form,
    languages: languagesIn(held, chance),
    organiser: held.organiser,
    regions: held.region ? [held.region] : [],
    place,
    contact: 'luotsi@demo.luotsi.example',
    enrolmentOpens: before(day, held.opens),
    enrolmentCloses: before(day, held.closes),
    accessibility: held.form === 'online' ? captions : stepFree,
    meetings: days.map((date) => ({
      start: `${date}T${held.start}`,
      end: `${date}T${addMinutes(held.start, outline.durationMinutes)}`,
      timeZone: zone,
      link: held.form === 'onsite' ? null : 'https://kokous.demo.luotsi.example/huone',
    })),
  } satisfies SessionDraft);
  const records = meetings.map((meeting) => meetingRecord(meeting));
  const published = Math.min(
    today.getTime() - 86_400_000,
    Date.parse(records[0]?.start_at ?? '') - 120 * 86_400_000,
  );
  return {
    id: newId(),
    input,
    meetings: records,
    createdBy: null,
    publishedAt: new Date(published).toISOString(),
  };
}

const before = (day: string, days: number | undefined) =>
  days === undefined
    ? null
    : new Date(Date.parse(`${day}T06:00:00Z`) - days * 86_400_000).toISOString();

function placeIn(region: string, chance: Chance): Localised {
  const town = (places.towns as Readonly<Record<string, Localised>>)[region];
  const venue = chance.oneOf(places.venues);
  const name = (language: keyof Localised) => `${town?.[language] ?? ''}, ${venue[language]}`;
  return { fi: name('fi'), sv: name('sv'), en: name('en') };
}

function languagesIn({ region, form }: Held, chance: Chance): ('fi' | 'sv' | 'en')[] {
  if (region === '21') return ['sv'];
  if (region === '15' || region === '01') return chance.oneOf([['fi'], ['fi', 'sv'], ['sv']]);
  return form === 'online' ? chance.oneOf([['fi'], ['fi'], ['sv'], ['en'], ['fi', 'sv']]) : ['fi'];
}

const captions = {
  fi: 'Tilaisuus tekstitetään samanaikaisesti.',
  sv: 'Tillfället textas simultant.',
  en: 'There are live captions.',
};

const stepFree = {
  fi: 'Tilaan pääsee esteettömästi, ja salissa on induktiosilmukka.',
  sv: 'Lokalen är tillgänglig och har hörslinga.',
  en: 'The room has step-free access and a hearing loop.',
};
