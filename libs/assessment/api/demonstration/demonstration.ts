import { readFramework } from '@luotsi/framework/api';
import type { Framework } from '@luotsi/framework/model';
import { addPeople, demonstrationEmail } from '@luotsi/identity/api';
import type { EntityManager } from 'typeorm';
import { addRound, type Round } from './add-round';
import { chance, divide, invent, inventAnswers, type Chance, type Invented } from './invention';
import population from './population.json' with { type: 'json' };

/** How many assessed people are made up; they have no sign-in. */
const PEOPLE = 600;
const DAY = 86_400_000;

/** Someone who answers, with their id. */
type Answering = Invented & { readonly person: string };

/**
 * 600 people who have assessed themselves, spread over the regions as Finland's people are, a third
 * of them twice; `counsellor1` … `counsellor10` once in the past, `counsellor1` twice. The same at
 * every first start, but for the dates, which lie behind today.
 */
export async function demonstration(manager: EntityManager): Promise<void> {
  const framework = await readFramework(manager, 'nice', 1);
  if (!framework) throw new Error('The framework of the demonstration is not loaded.');
  const next = chance(2027);
  const people = [...(await addSynthetic(manager, next)), ...(await counsellors(manager, next))];
  const again = people.filter(
    ({ person }, place) => person === people[PEOPLE]?.person || (place < PEOPLE && place % 3 === 0),
  );
  const now = Date.now();
  await addRound(manager, framework, round(framework, people, next, now - 300 * DAY, 0));
  await addRound(manager, framework, round(framework, again, next, now - 60 * DAY, 0.35));
}

/** One assessment of each, completed within 60 days on both sides of a time. */
function round(
  framework: Framework,
  people: readonly Answering[],
  next: Chance,
  around: number,
  growth: number,
): Round[] {
  return people.map((who) => {
    const completedAt = new Date(around + (next() - 0.5) * 110 * DAY);
    return {
      person: who.person,
      level: who.level,
      completedAt,
      answers: inventAnswers(framework, who, next, growth),
    };
  });
}

async function addSynthetic(manager: EntityManager, next: Chance): Promise<Answering[]> {
  const { regions } = population;
  const counts = divide(
    PEOPLE,
    regions.map(({ thousands }) => thousands),
  );
  const people = regions.flatMap(({ region, swedish }, place) =>
    Array.from({ length: counts[place] ?? 0 }, () => ({
      ...invent(region, next),
      language: next() < swedish ? ('sv' as const) : ('fi' as const),
    })),
  );
  const ids = await addPeople(
    manager,
    people.map(({ region, language }, place) => {
      const number = String(place + 1).padStart(4, '0');
      return {
        name: `Esimerkki ${number}`,
        email: `synthetic-${number}@people.luotsi.example`,
        region,
        language,
        demonstration: true,
      };
    }),
  );
  return people.map((one, place) => ({ ...one, person: ids[place] ?? '' }));
}

/** The first ten demonstration accounts, in order; guidance is their main job. */
async function counsellors(manager: EntityManager, next: Chance): Promise<Answering[]> {
  const emails = Array.from({ length: 10 }, (_, place) =>
    demonstrationEmail(`counsellor${String(place + 1)}`),
  );
  const found = await manager.query<{ person: string; region: string }[]>(
    `SELECT p.id AS person, coalesce(a.region_code, '01') AS region FROM identity.person p
     LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
     WHERE p.email = ANY ($1) ORDER BY array_position($1, p.email)`,
    [emails],
  );
  return found.map((one) => ({
    ...invent(one.region, next),
    ...one,
    level: 'career_professional',
  }));
}
