import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Framework } from '@luotsi/framework/model';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { frameworkTexts } from '../texts';
import { FrameworkPage } from './framework.page';

const text = (word: string) => ({ fi: word, sv: `${word} (sv)`, en: '' });

const framework: Framework = {
  ...{ id: 'sample', version: 2, published: '2026-11-01', sources: [] },
  name: text('Näyte'),
  description: text('Näytteeksi'),
  basis: text('Perustuu johonkin'),
  targetNote: text('Ehdotus'),
  minutes: { least: 2, most: 3 },
  scale: [1, 2].map((value) => ({ value, label: text('Taso'), anchor: text('Ankkuri') })),
  notApplicable: text('Ei kuulu työhöni'),
  levels: [{ id: 'expert', name: text('Asiantuntija'), description: text('Kuvaus') }],
  competences: [
    {
      ...{ code: 'AA', name: text('Osaaminen'), summary: text('Kyky'), requiredAnswers: 1 },
      statements: [1, 2].map((place) => ({
        id: `AA-${String(place)}`,
        text: text(`Väittämä ${String(place)}`),
        targets: { expert: place },
      })),
    },
  ],
};

async function open(address: string, url: string) {
  document.cookie = 'luotsi_language=fi; Path=/';
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(
        [{ path: 'frameworks/:id', component: FrameworkPage }],
        withComponentInputBinding(),
      ),
    ],
  });
  await TestBed.inject(Language).load(frameworkTexts);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  TestBed.tick();
  const answer = TestBed.inject(HttpTestingController).expectOne(url);
  const words = async () => {
    await harness.fixture.whenStable();
    return (harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ');
  };
  return { harness, answer, words };
}

describe('The page of a framework', () => {
  it('explains competences, statements, scale, levels and what it is based on', async () => {
    const { answer, words, harness } = await open('/frameworks/sample', '/api/frameworks/sample');
    answer.flush(framework);
    const said = await words();
    expect(said).toContain('1 osaaminen, 2 väittämää');
    for (const word of ['Kyky', 'Väittämä 2', 'Ankkuri', 'Ei kuulu työhöni', 'Perustuu johonkin'])
      expect(said).toContain(word);
    expect(harness.routeNativeElement?.querySelector('tbody td')?.textContent).toBe('1,5');
    const training = harness.routeNativeElement?.querySelector('#AA p a');
    expect(training?.getAttribute('href')).toBe('/calendar?competence=AA');
  });

  it('shows an old version by its address', async () => {
    const { answer, words } = await open(
      '/frameworks/sample?version=2',
      '/api/frameworks/sample?version=2',
    );
    answer.flush(framework);
    expect(await words()).toContain('Versio 2, julkaistu 1.11.2026');
  });

  it('says so when there is no such framework', async () => {
    const { answer, words } = await open('/frameworks/none', '/api/frameworks/none');
    answer.flush(
      { type: 'urn:luotsi:problem:framework-unknown', title: 'Ei ole', status: 404 },
      { status: 404, statusText: 'Not Found' },
    );
    expect(await words()).toContain('Ei ole');
  });
});
