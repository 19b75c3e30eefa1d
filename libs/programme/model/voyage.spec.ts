import type { ProgrammeSteps } from './progress';
import { chartForVisitor, chartVoyage } from './voyage';

const unit = (id: string) => ({ id, activities: [{ id: `${id}-r`, kind: 'reading' as const }] });
const programme: ProgrammeSteps = {
  modules: [
    { id: 'P1', units: [unit('a'), unit('b')] },
    { id: 'P2', units: [unit('c'), unit('d')] },
    { id: 'P3', units: [unit('e')] },
  ],
};
const seen = (voyage: ReturnType<typeof chartVoyage>) =>
  voyage.legs.map((leg) => [leg.position, ...leg.marks.map((mark) => mark.position)]);

describe('the chart of a voyage', () => {
  it('has what is done behind, where one continues lit, and the rest ahead', () => {
    const voyage = chartVoyage(programme, new Set(['a-r', 'b-r', 'c-r']), 'c-r');
    expect(seen(voyage)).toEqual([
      ['done', 'done', 'done'],
      ['next', 'done', 'next'],
      ['ahead', 'ahead'],
    ]);
    expect(voyage.share).toEqual({ done: 3, total: 5 });
    expect(voyage.legs[1]?.share).toEqual({ done: 1, total: 2 });
  });

  it('lights exactly one mark until everything is done', () => {
    const all = ['a-r', 'b-r', 'c-r', 'd-r', 'e-r'];
    for (let count = 0; count <= all.length; count += 1) {
      const { legs } = chartVoyage(programme, new Set(all.slice(0, count)), null);
      const lit = legs.flatMap((leg) => leg.marks).filter((mark) => mark.position === 'next');
      expect(lit).toHaveLength(count === all.length ? 0 : 1);
    }
  });

  it('lights nothing for a visitor', () => {
    expect(seen(chartForVisitor(programme)).flat()).not.toContain('next');
    expect(chartForVisitor(programme).continuation).toBeNull();
  });
});
