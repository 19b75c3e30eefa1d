import { testApp, type Actor, type TestApp } from '@testing';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { held } from './attendance-fixtures';

describe('the sign-in sheet', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  /** The words of each page, and the language of the whole. */
  async function read(path: string, language: string) {
    const answer = await luotsi.app.inject({
      url: path,
      headers: { cookie: organiser.cookie, 'accept-language': language },
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const data = new Uint8Array(answer.rawPayload);
    const document = await getDocument({ data, verbosity: 0 }).promise;
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, at) => {
        const { items } = await (await document.getPage(at + 1)).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join(' ');
      }),
    );
    const { info } = await document.getMetadata();
    return { pages, language: (info as { Language: string }).Language };
  }

  it('has the names in order, when and where, and goes on over pages with its heading', async () => {
    const people = await luotsi.crowd(30, 'counsellor');
    const place = { fi: 'Rovaniemi, Arktikum', sv: '', en: '' };
    const { id } = await held(luotsi, organiser, people, { capacity: 30, place });
    const names = ['Öhman Östen', 'Ääri Äijö', 'Åberg Åsa', 'Zacke Ziv'];
    for (const [at, name] of names.entries())
      await luotsi.query(`UPDATE identity.person SET name = $2 WHERE id = $1`, [
        people[at]?.id,
        name,
      ]);
    const { pages, language } = await read(`/api/sessions/${id}/sign-in-sheet.pdf`, 'sv');
    expect(language).toBe('sv');
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Underskrift');
      expect(page).toContain(`Sida ${String(at + 1)}/${String(pages.length)}`);
    }
    const all = pages.join(' ');
    expect(all).toContain('Rovaniemi, Arktikum');
    expect(all).toContain('Kungörelser');
    expect(all).toMatch(/\p{L}+dag \d+\.\d+\.\d{4} kl\. \d+:\d\d–\d+:\d\d|\p{L}+dag \d+[.-]/u);
    const places = names.toReversed().map((name) => all.indexOf(name));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
    const [logged] = await luotsi.query(
      `SELECT facts ->> 'count' AS count FROM identity.audit_entry WHERE action = 'people-exported'`,
    );
    expect(logged).toEqual({ count: '30' });
  });

  it('is for the meeting that is asked for, else for the one that goes on', async () => {
    const { id, meetings } = await held(luotsi, organiser, [], { count: 2 });
    const now = await read(`/api/sessions/${id}/sign-in-sheet.pdf`, 'fi');
    const next = await read(
      `/api/sessions/${id}/sign-in-sheet.pdf?meeting=${meetings[1] ?? ''}`,
      'fi',
    );
    const time = ({ pages }: typeof now) => /\p{L}+ \d+\.\d+\.\d{4} klo/u.exec(pages[0] ?? '')?.[0];
    expect(time(now)).toBeDefined();
    expect(time(next)).toBeDefined();
    expect(time(next)).not.toBe(time(now));
    const unknown = `/api/sessions/${id}/sign-in-sheet.pdf?meeting=${id}`;
    expect((await organiser.get(unknown)).status).toBe(404);
    const stranger = await luotsi.as('counsellor');
    expect((await stranger.get(`/api/sessions/${id}/sign-in-sheet.pdf`)).status).toBe(403);
  });
});
