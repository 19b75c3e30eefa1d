import { readClock } from './session-clock';

const finland = 'Europe/Helsinki';
const read = (wall: string, zone = finland) =>
  readClock(wall, zone).map(({ instant, offset }) => `${instant.toISOString()} ${offset}`);

describe('a wall clock', () => {
  it('means one instant, in winter and in summer', () => {
    expect(read('2027-03-27T09:00')).toEqual(['2027-03-27T07:00:00.000Z +02:00']);
    expect(read('2027-03-29T09:00')).toEqual(['2027-03-29T06:00:00.000Z +03:00']);
  });

  it('means none in the hour that is skipped in spring', () => {
    for (const wall of ['2027-03-28T03:00', '2027-03-28T03:30', '2027-03-28T03:59'])
      expect(read(wall)).toEqual([]);
    expect(read('2027-03-28T02:59')).toHaveLength(1);
    expect(read('2027-03-28T04:00')).toHaveLength(1);
  });

  it('means two in the hour that occurs twice in autumn, the earlier first', () => {
    expect(read('2027-10-31T03:30')).toEqual([
      '2027-10-31T00:30:00.000Z +03:00',
      '2027-10-31T01:30:00.000Z +02:00',
    ]);
    expect(read('2027-10-31T02:59')).toHaveLength(1);
    expect(read('2027-10-31T04:00')).toHaveLength(1);
  });

  it('is read by the clocks of its zone, west of Greenwich and by halves of an hour, too', () => {
    expect(read('2027-06-01T09:00', 'Asia/Kolkata')).toEqual(['2027-06-01T03:30:00.000Z +05:30']);
    expect(read('2027-03-28T03:30', 'Europe/Stockholm')).toHaveLength(1);
    expect(read('2027-03-28T02:30', 'Europe/Stockholm')).toEqual([]);
    expect(read('2027-11-07T01:30', 'America/St_Johns')).toEqual([
      '2027-11-07T04:00:00.000Z -02:30',
      '2027-11-07T05:00:00.000Z -03:30',
    ]);
  });
});
