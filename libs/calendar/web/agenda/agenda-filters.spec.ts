import { addressQuery, filtersIn, narrowest, noFilters, without } from './agenda-filters';

const read = (query: string) => filtersIn(new QueryOf(query));

/** An address's query as the router gives it. */
class QueryOf {
  private readonly query: URLSearchParams;
  constructor(text: string) {
    this.query = new URLSearchParams(text);
  }
  get(name: string) {
    return this.query.get(name);
  }
  getAll(name: string) {
    return this.query.getAll(name);
  }
}

describe('the filters of the agenda', () => {
  it('are read from an address, several values of one included', () => {
    expect(
      read('q=+kuulutus+&region=19&region=17&form=online&language=sv&from=2027-03-01'),
    ).toEqual({
      q: 'kuulutus',
      region: ['19', '17'],
      theme: [],
      competence: [],
      form: ['online'],
      language: ['sv'],
      from: '2027-03-01',
    });
  });

  it('leave out what can’t be understood, so that an old link still opens', () => {
    expect(read('form=zeppelin&language=xx&from=tomorrow&region=%3Cscript%3E')).toEqual(noFilters);
  });

  it('come back from the address they are put in', () => {
    const filters = { ...noFilters, q: 'laatu', region: ['19', '17'], from: '2027-03-01' };
    const query = new URLSearchParams(
      Object.entries(addressQuery(filters)).flatMap(([name, values]) =>
        [values].flat().map((value) => [name, value]),
      ),
    );
    expect(read(query.toString())).toEqual(filters);
    expect(addressQuery(noFilters)).toEqual({});
  });

  it('know which of them to take away first', () => {
    const filters = { ...noFilters, region: ['19'], competence: ['CC'], from: '2027-03-01' };
    expect(narrowest({ ...filters, q: 'laatu' })).toBe('q');
    expect(narrowest(filters)).toBe('competence');
    expect(narrowest(without(filters, 'competence'))).toBe('region');
    expect(narrowest({ ...noFilters, from: '2027-03-01' })).toBe('from');
    expect(narrowest(noFilters)).toBeUndefined();
  });
});
