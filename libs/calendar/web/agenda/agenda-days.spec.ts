import { session } from '../fixtures';
import { agendaOf, withQuietMonths } from './agenda-days';
import { addMonths, startOfDay, weeksOf } from './dates';

describe('the agenda', () => {
  it('puts sessions under their days and months, what has begun before apart', () => {
    const agenda = agendaOf(
      [
        session(1, '2027-03-01'),
        session(2, '2027-03-11'),
        session(3, '2027-03-11'),
        session(4, '2027-04-01'),
      ],
      '2027-03-05',
    );
    expect(agenda.underWay.map(({ id }) => id.at(-1))).toEqual(['1']);
    expect(
      agenda.months.map(({ month, days }) => [month, days.map((day) => day.sessions.length)]),
    ).toEqual([
      ['2027-03', [2]],
      ['2027-04', [1]],
    ]);
  });

  it('counts a day where the meeting is, and passes over meetings that were cancelled', () => {
    const late = session(1, '2027-03-11');
    const [first] = late.meetings;
    if (!first) throw new Error('a meeting');
    const meetings = [
      { ...first, cancelled: true },
      { ...first, start: '2027-03-12T22:30:00Z', end: '2027-03-12T23:30:00Z' },
    ];
    const [month] = agendaOf([{ ...late, meetings }], '2027-03-01').months;
    expect(month?.days[0]?.date).toBe('2027-03-13');
  });
});

describe('months without sessions', () => {
  it('stand between those that have some, and on to the last one wished', () => {
    const { months } = agendaOf([session(1, '2027-02-03'), session(2, '2027-04-01')], '2027-01-20');
    const shown = (last: string) =>
      withQuietMonths(months, '2027-01', last).map(({ month, days }) => `${month} ${days.length}`);
    expect(shown('2027-01')).toEqual(['2027-01 0', '2027-02 1', '2027-03 0', '2027-04 1']);
    expect(shown('2027-05').at(-1)).toBe('2027-05 0');
  });
});

describe('dates', () => {
  it.each([
    ['2027-01-15', '2027-01-14T22:00:00.000Z'],
    ['2027-07-15', '2027-07-14T21:00:00.000Z'],
    ['2027-03-28', '2027-03-27T22:00:00.000Z'],
    ['2027-03-29', '2027-03-28T21:00:00.000Z'],
    ['2027-10-31', '2027-10-30T21:00:00.000Z'],
    ['2027-11-01', '2027-10-31T22:00:00.000Z'],
  ])('%s begins at %s', (date, instant) => expect(startOfDay(date)).toBe(instant));

  it('lays a month out in weeks from Monday', () => {
    expect(
      weeksOf('2027-03').map((week) => week.map((day) => day?.slice(8) ?? '·').join(' ')),
    ).toEqual([
      '01 02 03 04 05 06 07',
      '08 09 10 11 12 13 14',
      '15 16 17 18 19 20 21',
      '22 23 24 25 26 27 28',
      '29 30 31 · · · ·',
    ]);
    expect(addMonths('2026-12', 1)).toBe('2027-01');
  });
});
