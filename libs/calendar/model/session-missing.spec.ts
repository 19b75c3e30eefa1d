import { missingOf, type MayLack } from './session-missing';

const text = (fi: string, sv = fi, en = fi) => ({ fi, sv, en });
const whole: MayLack = {
  title: text('Kuulutukset'),
  summary: text('Miten kuulutetaan'),
  form: 'hybrid',
  languages: ['fi'],
  place: text('Rovaniemi'),
  link: 'https://kokous.example',
  contact: 'Aino',
  accessibility: text('Esteetön'),
  theme: 'dg3',
  competences: ['CC'],
  regionalSeats: [],
  regionalSeatsUntil: null,
  meetings: [{ place: null, link: null }],
};
const missing = (more: Partial<MayLack>) => missingOf({ ...whole, ...more });

describe('what a session lacks', () => {
  it('is nothing when all is said, and hardly anything can be left out of a bare draft', () => {
    expect(missing({})).toEqual([]);
    expect(
      missing({ summary: text(''), contact: ' ', accessibility: text(''), languages: [] }),
    ).toEqual(['summary', 'languages', 'accessibility', 'contact']);
    expect(missing({ theme: null, competences: [] })).toEqual(['theme', 'competences']);
  });

  it('are its translations, language by language', () => {
    expect(missing({ title: text('Nimi', '', 'Name') })).toEqual(['title.sv']);
    expect(missing({ summary: text('Näin', '', '') })).toEqual(['summary.sv', 'summary.en']);
  });

  it('is when seats are released that are kept for regions', () => {
    const regionalSeats = [{ region: '19', seats: 3 }];
    expect(missing({ regionalSeats })).toEqual(['regionalSeatsUntil']);
    const regionalSeatsUntil = '2027-03-01T10:00:00Z';
    expect(missing({ regionalSeats, regionalSeatsUntil })).toEqual([]);
  });

  it('is a place where people come, and a room where they are online', () => {
    const nowhere = { place: null, link: null };
    expect(missing({ ...nowhere, form: 'onsite' })).toEqual(['place']);
    expect(missing({ ...nowhere, form: 'online' })).toEqual(['link']);
    expect(missing({ ...nowhere, form: 'hybrid' })).toEqual(['place', 'link']);
    const there = { place: text('Oulu'), link: 'https://kokous.example/2' };
    expect(missing({ ...nowhere, meetings: [there] })).toEqual([]);
    expect(missing({ ...nowhere, meetings: [there, nowhere] })).toEqual(['place', 'link']);
    expect(missing({ ...nowhere, meetings: [there, { ...nowhere, cancelled: true }] })).toEqual([]);
    expect(missing({ ...nowhere, meetings: [] })).toEqual(['place', 'link']);
  });
});
