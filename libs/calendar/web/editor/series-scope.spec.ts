import { modalDialogs } from '../fixtures';
import { organised } from './fixtures';
import { ID, OpenEditor } from './open-editor';

describe('the form of a session of a series', () => {
  let at: OpenEditor;
  beforeEach(() => {
    modalDialogs();
    localStorage.clear();
    at = new OpenEditor();
  });

  it('asks at saving where the change is meant, and saves it there', async () => {
    await at.open(organised({ seriesId: ID }));
    await at.write('Alkaa', '10:00');
    const button = at.button('Tallenna muutokset');
    button.focus();
    await at.press('Tallenna muutokset');
    expect(at.page.querySelector('lu-series-scope')?.contains(document.activeElement)).toBe(true);
    const counts = (sessions: number) => ({
      ...{ sessions, enrolled: 23, past: 0, kept: [{ id: ID, parts: ['meetings'] }] },
    });
    const asked = at.sent('PATCH');
    expect(asked.map(({ request }) => request.body as object)).toMatchObject([
      { scope: 'following', dryRun: true },
      { scope: 'all', dryRun: true, change: { meetings: [{ start: '2027-03-11T10:00' }] } },
    ]);
    asked.forEach((request, place) => request.flush(counts(7 + place)));
    await at.settle();
    expect(at.text('lu-series-scope')).toContain('Vain tätä kertaa 9 ihmistä saa tiedon heti');
    expect(at.text('lu-series-scope')).toContain('7 kertaa, 23 ihmistä saa tiedon heti');
    expect(at.text('lu-series-scope')).toContain('1 kerta pitää omat muutoksensa.');
    at.page.querySelectorAll<HTMLElement>('lu-series-scope input')[1]?.click();
    at.page.querySelector<HTMLElement>('lu-series-scope [type=submit]')?.click();
    await at.settle();
    const { request } = at.only('PATCH');
    expect(request.url).toBe(`/api/sessions/${ID}/series`);
    expect(request.body).toMatchObject({
      scope: 'following',
      change: { version: 3, meetings: [{ start: '2027-03-11T10:00' }] },
    });
    // Back where it was asked from, and off while it is sent.
    expect(document.activeElement).toBe(button);
    expect(button).toHaveProperty('disabled', true);
  });

  it('saves this one alone as before, also where the others are not one’s own', async () => {
    await at.open(organised({ seriesId: ID }));
    await at.write('Ilmoittautuminen päättyy', '2027-03-01');
    await at.write('Paikkoja', '20');
    await at.press('Tallenna muutokset');
    for (const request of at.sent('PATCH'))
      request.flush({ title: '', status: 403 }, { status: 403, statusText: 'Forbidden' });
    await at.settle();
    expect(at.page.querySelectorAll('lu-series-scope input')).toHaveLength(1);
    at.page.querySelector<HTMLElement>('lu-series-scope [type=submit]')?.click();
    await at.settle();
    expect(at.only('PATCH').request.url).toBe(`/api/sessions/${ID}`);
  });
});
