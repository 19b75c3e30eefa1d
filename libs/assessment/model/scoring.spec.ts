import type { Framework } from '@luotsi/framework/model';
import fc from 'fast-check';
import { results } from './report';
import { change, gaps, standings, strengths, type Scored } from './scoring';
import { sampleFramework } from './sample-framework';

const framework = sampleFramework();
const ids = framework.competences.flatMap(({ statements }) => statements.map(({ id }) => id));

/** Any set of answers that may be kept: some statements left out, goals never below answers. */
const answers: fc.Arbitrary<Scored[]> = fc
  .tuple(
    ...ids.map((statement) =>
      fc.option(
        fc
          .tuple(fc.option(fc.integer({ min: 1, max: 5 })), fc.option(fc.nat(4)))
          .map(([current, more]) => ({
            statement,
            current,
            goal: current === null || more === null ? null : Math.min(5, current + more),
          })),
      ),
    ),
  )
  .map((some) => some.filter((one) => one !== null));

const answered = (code: string, values: (number | null)[], goal?: number): Scored[] =>
  values.map((current, place) => ({
    statement: `${code}-${String(place + 1)}`,
    current,
    goal: current === null ? null : (goal ?? null),
  }));

const of = (code: string, all: ReturnType<typeof standings>) =>
  all.find((standing) => standing.code === code);

describe('A score', () => {
  it('is the mean of what is answered, without what is not part of the work', () => {
    const all = standings(framework, answered('AA', [2, 3, 4, 3, null]), null);
    expect(of('AA', all)).toMatchObject({ score: 3, answered: 4, notApplicable: 1, unanswered: 1 });
  });

  it('is shown only when as many are answered as the framework asks', () => {
    const all = standings(framework, answered('AA', [5, 5, 5, null, null, null]), null);
    expect(of('AA', all)).toMatchObject({ score: null, goal: null, answered: 3 });
  });

  it('lies within the answers, its goal never below it and never beyond the scale', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const { score, goal, ...counts } of standings(framework, given, 'expert')) {
          expect(counts.answered + counts.notApplicable + counts.unanswered).toBe(6);
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(1);
          expect(score).toBeLessThanOrEqual(5);
          if (goal !== null) expect(goal).toBeGreaterThanOrEqual(score);
          if (goal !== null) expect(goal).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('does not depend on the order of answering', () => {
    const shuffled = answers.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(standings(framework, other, 'expert')).toEqual(
          standings(framework, given, 'expert'),
        );
      }),
    );
  });

  it('rises with any answer that rises', () => {
    fc.assert(
      fc.property(answers, fc.nat(11), (given, which) => {
        const raised = given.map((one, place) =>
          place === which && one.current !== null && one.current < 5
            ? { ...one, current: one.current + 1, goal: null }
            : one,
        );
        const before = standings(framework, given, null);
        for (const standing of standings(framework, raised, null)) {
          const moved = change(standing, of(standing.code, before));
          if (moved !== null) expect(moved).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('is compared with the targets of the statements that were answered', () => {
    const all = standings(framework, answered('AA', [3, 3, 3, 3]), 'expert');
    expect(of('AA', all)?.target).toBe(3.5);
    expect(of('BB', all)?.target).toBe(4);
  });
});

describe('Gaps', () => {
  it('are positive, widest first, and of scored competences only', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(null, 'expert'), (given, level) => {
        const all = standings(framework, given, level);
        const found = gaps(all);
        for (const { code, size } of found) {
          expect(size).toBeGreaterThan(0);
          expect(of(code, all)?.score).not.toBeNull();
        }
        const sizes = found.map(({ size }) => size);
        sizes.slice(1).forEach((size, place) => {
          expect(size).toBeLessThanOrEqual((sizes[place] ?? 0) + 0.005);
        });
      }),
    );
  });

  it('follow one’s own goal where there is one, else the level’s target', () => {
    const given = [...answered('AA', [2, 2, 2, 2], 3), ...answered('BB', [3, 3, 3, 3])];
    expect(gaps(standings(framework, given, 'expert'))).toEqual([
      { code: 'AA', size: 1, basis: 'goal' },
      { code: 'BB', size: 1, basis: 'target' },
    ]);
    expect(gaps(standings(framework, given, null)).map(({ code }) => code)).toEqual(['AA']);
  });

  it('are none where one is content with where one is, whatever the level proposes', () => {
    const content = answered('AA', [2, 2, 2, 2], 2);
    expect(gaps(standings(framework, content, 'expert'))).toEqual([]);
  });
});

describe('Strengths', () => {
  it('stand above one’s own mean; equal scores make none', () => {
    const uneven = [...answered('AA', [4, 4, 4, 4]), ...answered('BB', [3, 3, 3, 3])];
    expect(strengths(standings(framework, uneven, null))).toEqual(['AA']);
    const even = [...answered('AA', [4, 4, 4, 4]), ...answered('BB', [4, 4, 4, 4])];
    expect(strengths(standings(framework, even, null))).toEqual([]);
  });
});

describe('Results', () => {
  it('say the change since the previous time, by competence, also between versions', () => {
    const next: Framework = { ...framework, version: 2 };
    const previous = { framework, answers: answered('AA', [2, 2, 2, 3]) };
    const now = results(next, answered('AA', [3, 3, 3, 3]), null, previous);
    expect(now.competences[0]).toMatchObject({ score: 3, previousScore: 2.25, change: 0.75 });
    expect(now.competences[1]).toMatchObject({ score: null, previousScore: null, change: null });
  });

  it('round to two decimals only at the end', () => {
    const { competences } = results(framework, answered('AA', [3, 3, 4, 3, 3, 3]), 'expert');
    expect(competences[0]).toMatchObject({ score: 3.17, target: 3.67, toTarget: -0.5 });
  });
});
