import { noFilters } from '../agenda/agenda-filters';
import { feedLinks, publicFeedPath, sessionFeedPath } from './feed-links';

describe('the ways to a feed', () => {
  it('narrow the public feed with the filters, save the search and the first day', () => {
    const filters = { ...noFilters, region: ['19', '17'], q: 'laatu', from: '2027-03-01' };
    expect(publicFeedPath(filters, 'sv')).toBe('/feeds/calendar.ics?region=19&region=17&lang=sv');
    expect(sessionFeedPath('abc', 'en')).toBe('/feeds/sessions/abc.ics?lang=en');
  });

  it('open the calendars that people use', () => {
    const links = feedLinks('https://luotsi.example/feeds/calendar.ics?region=19', 'Luotsi');
    expect(links.webcalUrl).toBe('webcal://luotsi.example/feeds/calendar.ics?region=19');
    expect(new URL(links.google).searchParams.get('cid')).toBe(links.webcalUrl);
    expect(new URL(links.outlook).searchParams.get('url')).toBe(links.url);
    expect(links.local).toBe(false);
  });

  it.each(['http://localhost:3000/x', 'http://127.0.0.1:3000/x', 'http://[::1]:3000/x'])(
    'know that nobody else reaches %s',
    (url) => expect(feedLinks(url, 'Luotsi').local).toBe(true),
  );
});
