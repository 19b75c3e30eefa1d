import { answer, programme, progressWith, setUp, show, signIn } from '../testing';
import { ProgrammePage } from './programme.page';

const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function page(progress: unknown) {
  const shown = await show(
    ProgrammePage,
    { programmeId: 'elo' },
    { '/programmes/elo': programme, '/me/progress': progress },
  );
  return {
    shown,
    opening: () => words(shown.querySelector('lu-page-header .answer')),
    action: () =>
      shown.querySelector<HTMLAnchorElement>('lu-page-header a[mat-button], .actions a'),
    marks: () =>
      [...shown.querySelectorAll('lu-leg-chart li')].map((mark) => [
        mark.className,
        words(mark.querySelector('h3')),
      ]),
  };
}

describe('the programme’s page', () => {
  beforeEach(setUp);

  it('opens with how far one is and what is next, and the way there', async () => {
    await signIn('counsellor');
    const { opening, action, marks } = await page(progressWith(['a', 'b']));
    expect(opening()).toBe('Olet lukenut 2/4. Seuraavaksi: Osio c');
    expect(words(action())).toBe('Jatka seuraavaan osioon');
    expect(action()?.getAttribute('href')).toBe('/programmes/elo/units/c');
    expect(marks()).toEqual([
      ['done', 'Osio a'],
      ['done', 'Osio b'],
      ['next', 'Osio c'],
      ['ahead', 'Osio d'],
    ]);
  });

  it('leads back to where one was', async () => {
    await signIn('counsellor');
    const { shown, opening, action } = await page(progressWith(['a'], 'd'));
    expect(opening()).toBe('Olet lukenut 1/4. Jäit kohtaan: Osio d');
    expect(words(action())).toBe('Jatka siitä, mihin jäit');
    expect(words(shown.querySelector('li.next .facts'))).toContain('Tässä olit');
  });

  it('says where to begin, and when one has arrived', async () => {
    await signIn('counsellor');
    const { opening, action } = await page(progressWith([]));
    expect(opening()).toContain('Ensimmäisenä: Osio a');
    expect(words(action())).toBe('Aloita lukeminen');
  });

  it('leads on to assessing oneself once everything is read', async () => {
    await signIn('counsellor');
    const { opening, action } = await page(progressWith(['a', 'b', 'c', 'd']));
    expect(opening()).toBe('Olet perillä. Kaikki 4 osiota on luettu.');
    expect(action()?.getAttribute('href')).toBe('/assessment');
  });

  it('says the same without colour: in words, in lists, with the share of each leg', async () => {
    await signIn('counsellor');
    const { shown } = await page(progressWith(['a', 'c']));
    expect(shown.querySelectorAll('ol.legs > li > lu-leg-chart > ol > li')).toHaveLength(4);
    expect([...shown.querySelectorAll('lu-leg-chart li .facts')].map(words)).toEqual([
      expect.stringMatching(/^Luettu/),
      expect.stringMatching(/^Seuraavaksi/),
      expect.stringMatching(/^Luettu.*Myös ryhmätyötä$/),
      expect.stringMatching(/^noin 2 min/),
    ]);
    expect(words(shown.querySelector('lu-progress'))).toBe('1/2 luettu');
    for (const drawing of shown.querySelectorAll('lu-leg-chart svg')) {
      expect(drawing.getAttribute('aria-hidden')).toBe('true');
    }
  });

  it('has headings without a gap', async () => {
    await signIn('counsellor');
    const { shown } = await page(progressWith([]));
    const levels = [...shown.querySelectorAll('h1, h2, h3, h4')].map((it) => Number(it.tagName[1]));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, place) => {
      expect(level - (levels[place] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('waits with one’s standing until it is known', async () => {
    const { opening, action } = await page(progressWith([]));
    expect(opening()).toBe('');
    expect(action()).toBeNull();
  });

  it('is open to visitors and tells them what signing in gives', async () => {
    const { shown, opening, marks } = await page(progressWith([]));
    await signIn('nobody');
    await answer({});
    expect(opening()).toContain('Kaikki tekstit ovat avoimia.');
    expect(words(shown.querySelector('lu-sign-in-hint'))).toContain('Luotsi muistaa');
    expect(shown.querySelector('lu-sign-in-hint a')?.getAttribute('href')).toContain('/sign-in');
    expect(marks().map(([position]) => position)).not.toContain('next');
  });

  it('is open to those who may not learn, without progress', async () => {
    await signIn('administrator');
    const { opening, action, marks } = await page(progressWith([]));
    expect(opening()).toBe(
      '2 moduulia ja 4 osiota, noin 8 minuuttia luettavaa. Kaikki tekstit ovat avoimia.',
    );
    expect(action()?.getAttribute('href')).toBe('/programmes/elo/units/a');
    expect(marks().map(([position]) => position)).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  });

  it('can be read when one’s progress can’t be fetched, and says so', async () => {
    await signIn('counsellor');
    const { shown } = await page({ not: 'readable' });
    expect(words(shown)).toContain('Merkintöjäsi ei saatu juuri nyt.');
    shown.querySelector<HTMLButtonElement>('lu-kept-note button')?.click();
    await answer({ '/me/progress': progressWith(['a']) });
    expect(words(shown)).toContain('Olet lukenut 1/4.');
  });

  it('explains how the programme works', async () => {
    await signIn('counsellor');
    const { shown } = await page(progressWith([]));
    const how = words(shown.querySelector('lu-how-it-works'));
    for (const said of ['Lähtökohta', 'Periaate', 'Toisen alueen ryhmän kanssa', 'Ryhmän osuus']) {
      expect(how).toContain(said);
    }
  });
});
