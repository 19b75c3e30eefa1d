import type { Framework } from '@luotsi/framework/model';

const text = (word: string) => ({ fi: word, sv: `${word} (sv)`, en: `${word} (en)` });

/**
 * A small made-up framework for tests: two competences of six statements, a scale of five, the level
 * `expert` (targets 3 for the first two statements of AA, 4 for the others).
 */
export function sampleFramework(): Framework {
  return {
    id: 'sample',
    version: 1,
    published: '2026-11-01',
    name: text('Näyte'),
    description: text('Näytteeksi'),
    basis: text('Oma'),
    targetNote: text('Ehdotus'),
    sources: [],
    minutes: { least: 2, most: 3 },
    scale: [1, 2, 3, 4, 5].map((value) => ({
      value,
      label: text(`Taso ${String(value)}`),
      anchor: text(`Ankkuri ${String(value)}`),
    })),
    notApplicable: text('Ei kuulu työhöni'),
    levels: [{ id: 'expert', name: text('Asiantuntija'), description: text('Kuvaus') }],
    competences: ['AA', 'BB'].map((code) => ({
      code,
      name: text(`Osaaminen ${code}`),
      summary: text(`Tiivistelmä ${code}`),
      requiredAnswers: 4,
      statements: [1, 2, 3, 4, 5, 6].map((place) => ({
        id: `${code}-${String(place)}`,
        text: text(`Väittämä ${code} ${String(place)}`),
        targets: { expert: code === 'AA' && place <= 2 ? 3 : 4 },
      })),
    })),
  };
}
