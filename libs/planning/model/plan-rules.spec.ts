import { isRefusal } from '@luotsi/platform/model';
import * as fc from 'fast-check';
import { planItemDraft, planStates } from './plan';
import {
  changeTiming,
  isPublic,
  planSteps,
  sessionTimes,
  takeStep,
  timingOrder,
  whyNotEditable,
  type PlanStep,
} from './plan-rules';

const steps = Object.keys(planSteps) as PlanStep[];

describe('the steps of a plan', () => {
  it.each(steps.flatMap((step) => planStates.map((state) => ({ step, state }))))(
    '$step from $state goes as the table says or is refused by the state’s name',
    ({ step, state }) => {
      const { from, to } = planSteps[step];
      expect(takeStep(step, { state, itemCount: 1 })).toEqual(
        state === from ? to : { refused: `plan-is-${state}`, facts: {} },
      );
    },
  );

  it.each(['submit', 'publish'] as const)('%s needs an item', (step) => {
    expect(takeStep(step, { state: planSteps[step].from, itemCount: 0 })).toMatchObject({
      refused: 'plan-without-items',
    });
  });

  it('never lets a public plan become editable, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps)), fc.nat(3), (tried, itemCount) => {
        let state: (typeof planStates)[number] = 'published';
        for (const step of tried) {
          const next = takeStep(step, { state, itemCount });
          if (!isRefusal(next)) state = next;
          expect(isPublic(state)).toBe(true);
          expect(whyNotEditable(state)).not.toBeNull();
        }
      }),
    );
  });

  it('lets only a draft be edited', () => {
    expect(planStates.filter((state) => whyNotEditable(state) === null)).toEqual(['draft']);
  });
});

describe('when an item is planned', () => {
  it('is a month or a quarter, never both and never neither', () => {
    const item = { title: { fi: 'Koulutus' } };
    const holds = (timing: object) => planItemDraft.safeParse({ ...item, ...timing }).success;
    expect([{}, { month: 3, quarter: 1 }, { month: 13 }].map(holds)).toEqual([false, false, false]);
    expect([{ month: 3 }, { quarter: 1 }, { month: null, quarter: 4 }].map(holds)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('changes from one to the other, and stays when neither is named', () => {
    expect(changeTiming({ month: 3, quarter: null }, { quarter: 2 })).toEqual({
      month: null,
      quarter: 2,
    });
    expect(changeTiming({ month: null, quarter: 2 }, { month: 5, quarter: null })).toEqual({
      month: 5,
      quarter: null,
    });
    expect(changeTiming({ month: 3, quarter: null }, { month: null })).toEqual({
      month: 3,
      quarter: null,
    });
  });

  it('puts a quarter before its first month', () => {
    const order = [
      { month: null, quarter: 1 },
      { month: 1, quarter: null },
      { month: 3, quarter: null },
      { month: null, quarter: 2 },
      { month: 4, quarter: null },
    ];
    expect([...order].reverse().sort((a, b) => timingOrder(a) - timingOrder(b))).toEqual(order);
  });
});

describe('the times of a session made from an item', () => {
  it('are the second Tuesday of its month unless given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2020, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month) => {
          const { start, end } = sessionTimes({ year, month, quarter: null }, {});
          const day = new Date(`${start}:00Z`);
          expect([day.getUTCDay(), day.getUTCMonth() + 1, end > start]).toEqual([2, month, true]);
        },
      ),
    );
  });

  it('are as given', () => {
    const given = { start: '2027-03-11T10:00', end: '2027-03-11T14:00' };
    expect(sessionTimes({ year: 2027, month: 5, quarter: null }, given)).toEqual(given);
  });
});

describe('an item', () => {
  it('needs a title in one language at least; the others stay visibly missing', () => {
    expect(planItemDraft.safeParse({ title: { fi: ' ' }, month: 1 }).success).toBe(false);
    expect(planItemDraft.parse({ title: { sv: 'Utbildning' }, month: 1 }).title).toEqual({
      fi: '',
      sv: 'Utbildning',
      en: '',
    });
  });
});
