import fc from 'fast-check';
import { answerSent, newestOfEach, nextRevision } from './answer';
import { unanswered, whyNotAnswer, whyNotComplete } from './answering';
import { sampleFramework } from './sample-framework';

const framework = sampleFramework();
const said = (statement: string, current: number | null, goal: number | null = null) => ({
  statement,
  current,
  goal,
});

describe('An answer', () => {
  it('may be a value, a value with a goal at or above it, or “not part of my work”', () => {
    const fine = [said('AA-1', 3), said('AA-2', 3, 3), said('AA-3', 1, 5), said('AA-4', null)];
    expect(whyNotAnswer(framework, fine)).toBeNull();
  });

  it('is refused by name when it can’t be kept', () => {
    const refused = (...answers: ReturnType<typeof said>[]) => whyNotAnswer(framework, answers);
    expect(refused(said('ZZ-1', 3))).toEqual({
      refused: 'statement-unknown',
      facts: { statement: 'ZZ-1' },
    });
    expect(refused(said('AA-1', 3), said('AA-2', 4, 3))).toEqual({
      refused: 'goal-below-current',
      facts: { statement: 'AA-2', current: 4, goal: 3 },
    });
    expect(refused(said('AA-1', null, 3))?.refused).toBe('goal-without-answer');
    const short = { ...framework, scale: framework.scale.slice(0, 3) };
    expect(whyNotAnswer(short, [said('AA-1', 4)])?.refused).toBe('value-off-scale');
  });

  it('without goal, note or revision has none; an empty note is none', () => {
    expect(answerSent.parse({ statement: 'AA-1', current: 3, note: '  ' })).toEqual({
      statement: 'AA-1',
      current: 3,
      goal: null,
      note: null,
    });
  });
});

describe('Revisions', () => {
  it('grow with every change, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (known, now) => {
        expect(nextRevision(known, now)).toBeGreaterThan(known);
        expect(nextRevision(known, now)).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('decide which answer counts, in whatever order they arrive', () => {
    const sent = fc.uniqueArray(
      fc.record({ statement: fc.constantFrom('AA-1', 'AA-2'), revision: fc.integer({ min: 1 }) }),
      { selector: ({ revision }) => revision, minLength: 1 },
    );
    const byName = (answers: { statement: string; revision: number }[]) =>
      answers.toSorted((a, b) => a.statement.localeCompare(b.statement));
    fc.assert(
      fc.property(
        sent.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, other]) => {
          expect(byName(newestOfEach(other))).toEqual(byName(newestOfEach(all)));
        },
      ),
    );
  });
});

describe('Completing', () => {
  const four = [1, 2, 3, 4].map((place) => said(`BB-${String(place)}`, 2));

  it('asks for the answers that one score needs', () => {
    expect(whyNotComplete(framework, four)).toBeNull();
    expect(whyNotComplete(framework, four.slice(1))).toEqual({
      refused: 'too-few-answers',
      facts: { required: 4 },
    });
    const away = framework.competences.flatMap(({ statements }) =>
      statements.map(({ id }) => said(id, null)),
    );
    expect(whyNotComplete(framework, away)?.refused).toBe('too-few-answers');
  });

  it('says what is left unanswered, in the framework’s order', () => {
    expect(unanswered(framework, [...four, said('AA-2', null)])).toEqual([
      ...['AA-1', 'AA-3', 'AA-4', 'AA-5', 'AA-6', 'BB-5', 'BB-6'],
    ]);
  });
});
