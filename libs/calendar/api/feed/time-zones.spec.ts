import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
/** Inside the project, so that the script finds the packages. */
const folder = mkdtempSync(join(root, 'node_modules/.luotsi-feed-'));
const script = join(folder, 'run.mjs');

const source = `
import { renderEvents } from ${JSON.stringify(join(root, 'libs/calendar/api/feed/render-events.ts'))};
process.stdout.write(renderEvents({
  id: 's', revision: '1', title: { fi: 'T', sv: '', en: '' }, summary: { fi: '', sv: '', en: '' },
  form: 'onsite', theme: null,
  meetings: [{ uid: 'u', sequence: 0, changedAt: new Date('2026-11-20T22:15:30Z'),
    start: '2027-03-28T09:00', end: '2027-03-28T16:00', timeZone: 'Europe/Helsinki',
    status: 'CONFIRMED', place: { fi: 'Oulu', sv: '', en: '' } }],
}, { language: 'fi', origin: 'https://luotsi.example', personal: false }));`;

beforeAll(() => {
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, source);
  const bundler = join(root, 'node_modules/rolldown/bin/cli.mjs');
  const options = ['--platform', 'node', '--format', 'esm', '--file', script];
  const packages = ['--external', 'ical-generator,temporal-polyfill,zod'];
  const types = ['--tsconfig', join(root, 'tsconfig.json')];
  execFileSync(process.execPath, [bundler, entry, ...options, ...packages, ...types]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inZone = (TZ: string) =>
  execFileSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, TZ } });

describe('events rendered by a process in another time zone', () => {
  it.each(['UTC', 'America/St_Johns', 'Pacific/Auckland', 'Europe/Helsinki'])(
    'have the meeting’s own times under TZ=%s',
    (zone) => {
      const text = inZone(zone);
      expect(text).toContain('DTSTART;TZID=Europe/Helsinki:20270328T090000\r\n');
      expect(text).toContain('DTEND;TZID=Europe/Helsinki:20270328T160000\r\n');
      expect(text).toContain('DTSTAMP:20261120T221530Z\r\n');
      expect(text).toContain('LAST-MODIFIED:20261120T221530Z\r\n');
    },
  );
});
