import { momentWords, renderNotice } from './render-notice';

const kind = {
  title: { fi: '{session}: sait paikan', sv: '{session}: du fick plats', en: '{session}: a seat' },
  body: {
    fi: 'Aika: {when}[, {place}]. Sija {position}.',
    sv: 'Tid: {when}[, {place}]. Plats {position}.',
    en: 'Time: {when}[, {place}]. Place {position}.',
  },
  action: { fi: 'Avaa', sv: 'Öppna', en: 'Open' },
};
const facts = {
  session: { fi: 'Kuulutukset {when} [x]', sv: '', en: 'Announcements' },
  when: { at: '2027-03-11T07:00:00.000Z' },
  place: { fi: 'Rovaniemi', sv: 'Rovaniemi', en: 'Rovaniemi' },
  position: 1234,
};

describe('a notice in words', () => {
  it('is in the reader’s language, with the reader’s dates and figures', () => {
    expect(renderNotice(kind, facts, 'fi').body).toBe(
      'Aika: torstai 11.3.2027 klo 9.00, Rovaniemi. Sija 1\u00a0234.',
    );
    expect(renderNotice(kind, facts, 'sv').body).toContain('torsdag 11.3.2027 kl. 9');
    expect(renderNotice(kind, facts, 'en').title).toBe('Announcements: a seat');
  });

  it('falls back to the language that a fact has, and takes what stands in a fact as it is', () => {
    expect(renderNotice(kind, facts, 'sv').title).toBe('Kuulutukset {when} [x]: du fick plats');
  });

  it('leaves out the part whose fact is missing', () => {
    expect(renderNotice(kind, { ...facts, place: null }, 'fi').body).toContain('klo 9.00. Sija');
  });

  it('names several things one after another, those of the same name once', () => {
    const body = { fi: 'Pois jäävät {all}.', sv: '{all} ställs in.', en: 'Off: {all}.' };
    const at = (day: string) => ({ at: `2027-${day}T11:00:00Z` });
    const item = (fi: string, day: string | null) => ({
      name: { fi, sv: '', en: 'Café' },
      when: day === null ? null : at(day),
    });
    const all = [item('Kahvila', '02-09'), item('Messut', null), item('Kahvila', '03-09')];
    const words = (language: 'fi' | 'sv' | 'en') =>
      renderNotice({ ...kind, body }, { all }, language).body;
    expect(words('fi')).toBe(
      'Pois jäävät Kahvila (tiistai 9.2.2027 klo 13.00 ja tiistai 9.3.2027 klo 13.00); Messut.',
    );
    expect(words('sv')).toContain('Kahvila (tisdag 9.2.2027 kl. 13.00 och tisdag 9.3.2027');
    expect(words('en')).toContain('Café (Tuesday 9 February 2027 at 13:00 and Tuesday 9 March');
  });

  it('shows a moment by the clock of its zone', () => {
    expect(momentWords('2027-07-01T06:00:00Z', 'fi', 'Europe/Stockholm')).toContain('klo 8.00');
  });
});
