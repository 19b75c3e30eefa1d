import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { platformTexts } from '../texts';
import { Language } from './language.store';
import { provideLanguage } from './provide-language';
import { LocalisedText } from './text';
import { declareTexts, useTexts, type SliceTexts } from './texts';

async function setUp() {
  TestBed.configureTestingModule({ providers: [provideLanguage()] });
  const language = TestBed.inject(Language);
  await language.choose('fi');
  await language.load(platformTexts);
  return { language, t: TestBed.runInInjectionContext(() => useTexts(platformTexts)) };
}

describe('the language', () => {
  it('changes in place, on the page and in the cookie', async () => {
    const { language, t } = await setUp();
    expect(t('problem.retry')).toBe('Yritä uudelleen');
    await language.choose('sv');
    expect(t('problem.retry')).toBe('Försök igen');
    expect(document.documentElement.lang).toBe('sv');
    expect(document.cookie).toContain('luotsi_language=sv');
  });

  it('chooses the plural form and writes the number', async () => {
    const { language, t } = await setUp();
    await language.choose('sv');
    expect(t('seats.left', { count: 1, capacity: 12 })).toBe('1/12 plats ledig');
    expect(t('seats.left', { count: 3, capacity: 12 })).toBe('3/12 platser lediga');
  });

  it('says none in words where a text has them, by the number elsewhere', async () => {
    const { language } = await setUp();
    const counts = { zero: 'ei ketään', one: '{{ count }} ihminen', other: '{{ count }} ihmistä' };
    const { one, other } = counts;
    const texts = () => Promise.resolve({ default: { crew: counts, boats: { one, other } } });
    const crews = declareTexts('crews', { fi: texts, sv: texts, en: texts });
    const t = TestBed.runInInjectionContext(() => useTexts(crews));
    await language.load(crews);
    expect([t('crew', { count: 0 }), t('crew', { count: 1 }), t('crew', { count: 2 })]).toEqual([
      ...['ei ketään', '1 ihminen', '2 ihmistä'],
    ]);
    expect(t('boats', { count: 0 })).toBe('0 ihmistä');
  });

  it('stays as it was when the texts do not arrive, and can be chosen again', async () => {
    const { language } = await setUp();
    let broken = true;
    const name = { default: { name: 'namn' } };
    const texts = declareTexts('boats', {
      fi: () => Promise.resolve({ default: { name: 'nimi' } }),
      sv: () => (broken ? Promise.reject(new Error('offline')) : Promise.resolve(name)),
      en: () => Promise.resolve({ default: { name: 'name' } }),
    });
    await language.load(texts);
    await expect(language.choose('sv')).rejects.toThrow('offline');
    expect(language.current()).toBe('fi');
    broken = false;
    await language.choose('sv');
    expect(language.current()).toBe('sv');
  });
});

describe('a component whose texts are on their way', () => {
  let texts: SliceTexts;

  @Component({ template: `<button>{{ t('name') }}</button>` })
  class Boat {
    protected readonly t = useTexts(texts as SliceTexts<{ name: string }>);
  }

  it.each([
    { scope: 'here', come: Promise.resolve({ default: { name: 'nimi' } }), visibility: '' },
    { scope: 'never', come: Promise.reject(new Error('offline')), visibility: 'hidden' },
  ])('is there with them, not before: $scope', async ({ scope, come, visibility }) => {
    await setUp();
    texts = declareTexts(scope, { fi: () => come, sv: () => come, en: () => come });
    const fixture = TestBed.createComponent(Boat);
    const host = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    expect(host.style.visibility).toBe('hidden');
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(host.style.visibility).toBe(visibility);
    expect(host.textContent).toBe(visibility === '' ? 'nimi' : '');
  });
});

describe('a localised text', () => {
  it('falls back visibly, with the language it is in', async () => {
    const { language } = await setUp();
    await language.choose('sv');
    const fixture = TestBed.createComponent(LocalisedText);
    fixture.componentRef.setInput('of', { fi: 'Ohjaus', sv: '', en: 'Guidance' });
    await fixture.whenStable();
    const shown = fixture.nativeElement as HTMLElement;
    expect(shown.querySelector('span')?.lang).toBe('fi');
    expect(shown.querySelector('abbr')?.title).toBe('finska');
    fixture.componentRef.setInput('of', { fi: 'Ohjaus', sv: 'Vägledning', en: '' });
    await fixture.whenStable();
    expect(shown.textContent).toBe('Vägledning');
    expect(shown.querySelector('span')?.getAttribute('lang')).toBeNull();
  });
});
