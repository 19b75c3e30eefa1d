import { UNDO_STAYS, undoMarks, type MarkStanding } from './attendance-undo';

const pressed = (more: Partial<MarkStanding> = {}): MarkStanding => ({
  person: 'a',
  press: 'p',
  by: 'coach',
  arrived: 1_000,
  ...more,
});

describe('undoing what one press noted of many', () => {
  const undone = (stands: MarkStanding | null, now = 2_000, by = 'coach') => {
    const standing = new Map(stands ? [[stands.person, stands]] : []);
    const { restored, refused } = undoMarks(standing, [{ person: 'a', press: 'p', by }], now);
    return [...restored.map(({ person }) => person), ...refused.map(({ why }) => why)];
  };

  it('leaves nothing to do where nothing stands', () => {
    expect(undone(null)).toEqual([]);
  });

  it('is for whoever pressed, while nothing else was said and the press is fresh', () => {
    expect(undone(pressed(), 1_000 + UNDO_STAYS)).toEqual(['a']);
    expect(undone(pressed(), 1_001 + UNDO_STAYS)).toEqual(['attendance-undo-late']);
    expect(undone(pressed(), 2_000, 'colleague')).toEqual(['attendance-noted-since']);
    for (const press of [null, 'another'])
      expect(undone(pressed({ press }))).toEqual(['attendance-noted-since']);
  });
});
