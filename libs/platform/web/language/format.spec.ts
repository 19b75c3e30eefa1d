import * as format from './format';

const start = '2027-03-11T07:00:00Z';
const end = '2027-03-11T14:00:00Z';

describe('dates and times', () => {
  it.each([
    ['fi', 'to 11.3.2027 klo 9.00–16.00'],
    ['sv', 'tors 11.3.2027 kl. 9.00–16.00'],
    ['en', 'Thu 11 Mar 2027, 9:00–16:00'],
  ] as const)('write a meeting in %s', (language, written) => {
    expect(format.meetingTime(start, end, language)).toBe(written);
  });

  it('name both days of a meeting that ends on another day', () => {
    expect(format.meetingTime(start, '2027-03-12T14:00:00Z', 'fi')).toBe(
      'to 11.3.2027 klo 9.00 – pe 12.3.2027 klo 16.00',
    );
  });

  it('stand at the same hour on both sides of a clock change', () => {
    expect(format.time('2027-03-27T07:00:00Z', 'fi')).toBe('9.00');
    expect(format.time('2027-03-29T06:00:00Z', 'fi')).toBe('9.00');
  });

  it('follow the zone of the session', () => {
    expect(format.time(start, 'fi', 'Europe/Stockholm')).toBe('8.00');
    expect(format.dateOf('2027-03-11T23:30:00Z')).toBe('2027-03-12');
  });

  it('leave a calendar date on its day wherever the reader is', () => {
    expect(format.longDay('2027-03-11', 'fi')).toBe('torstai 11. maaliskuuta 2027');
    expect(format.onDay('2027-03-11', 'fi', undefined, '2027-01-01')).toBe(
      'torstaina 11. maaliskuuta',
    );
    expect(format.onDay('2027-03-11', 'fi', undefined, '2026-12-01')).toBe(
      'torstaina 11. maaliskuuta 2027',
    );
    expect(format.longDay('2027-03-10', 'fi')).toBe('keskiviikko 10. maaliskuuta 2027');
    expect(format.longDay('2027-03-14', 'fi')).toBe('sunnuntai 14. maaliskuuta 2027');
    expect(format.dayParts('2027-03-11', 'fi')).toEqual({
      weekday: 'to',
      day: '11',
      month: 'maaliskuu',
      year: '2027',
    });
  });
});

describe('order', () => {
  it('puts å, ä and ö last and 2 before 10', () => {
    const names = ['Öja', 'Äänekoski', 'Zürich', 'Åbo', 'Espoo', 'Osa 10', 'Osa 2'];
    expect(format.sortedBy(names, (name) => name, 'sv')).toEqual([
      'Espoo',
      'Osa 2',
      'Osa 10',
      'Zürich',
      'Åbo',
      'Äänekoski',
      'Öja',
    ]);
  });
});
