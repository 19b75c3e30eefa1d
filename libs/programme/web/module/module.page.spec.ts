import { programme, progressWith, setUp, show, signIn } from '../testing';
import { ModulePage } from './module.page';

const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const page = (moduleId: string, done: readonly string[] = []) =>
  show(
    ModulePage,
    { programmeId: 'elo', moduleId },
    { '/programmes/elo': programme, '/me/progress': progressWith(done) },
  );

describe('a module’s page', () => {
  beforeEach(async () => {
    await setUp();
    await signIn('counsellor');
  });

  it('shows its own units, how far one is in them, and the modules beside it', async () => {
    const shown = await page('P2', ['a', 'c']);
    expect(words(shown.querySelector('h1'))).toBe('Etappi 2');
    expect(words(shown.querySelector('.answer'))).toBe('Olet lukenut 1/2. Seuraavaksi: Osio d');
    expect([...shown.querySelectorAll('lu-leg-chart li')].map((it) => it.className)).toEqual([
      'done',
      'ahead',
    ]);
    expect(shown.querySelector('.actions a')?.getAttribute('href')).toBe('/programmes/elo/units/d');
    expect(shown.querySelector('nav a')?.getAttribute('href')).toBe('/programmes/elo/modules/P1');
  });

  it('asks for nothing more when all of it is read', async () => {
    const shown = await page('P1', ['a', 'b']);
    expect(words(shown.querySelector('.answer'))).toBe('Olet lukenut moduulin kaikki 2 osiota.');
    expect(shown.querySelector('.actions a')).toBeNull();
  });

  it('that is not there leads to the whole programme', async () => {
    const shown = await page('P9');
    expect(words(shown)).toContain('Ohjelmassa ei ole tällaista moduulia.');
    expect(shown.querySelector('.actions a')?.getAttribute('href')).toBe('/programmes/elo');
  });
});
