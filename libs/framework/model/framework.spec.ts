import { frameworkDocument, inconsistencies, type Framework } from './framework';

const text = (word: string) => ({ fi: word, sv: word, en: word });

function sample(change: Partial<Framework> = {}): Framework {
  return {
    id: 'sample',
    version: 1,
    published: '2026-11-01',
    name: text('Sample'),
    description: text('Sample'),
    basis: text('Ours'),
    targetNote: text('A proposal'),
    sources: [],
    minutes: { least: 1, most: 2 },
    scale: [1, 2, 3].map((value) => ({ value, label: text('step'), anchor: text('anchor') })),
    notApplicable: text('no'),
    levels: [{ id: 'beginner', name: text('Beginner'), description: text('') }],
    competences: [
      {
        code: 'AB',
        name: text('Ab'),
        summary: text(''),
        requiredAnswers: 1,
        statements: [{ id: 'AB-1', text: text('I do'), targets: { beginner: 2 } }],
      },
    ],
    ...change,
  };
}

describe('A framework document', () => {
  it('holds together when its names, scale and targets agree', () => {
    expect(inconsistencies(sample())).toEqual([]);
    expect(frameworkDocument.safeParse(sample()).success).toBe(true);
  });

  it('is refused with every reason when they do not', () => {
    const [competence] = sample().competences;
    if (!competence) throw new Error('the sample has a competence');
    const broken = sample({
      scale: [2, 3].map((value) => ({ value, label: text('step'), anchor: text('anchor') })),
      competences: [
        {
          ...competence,
          requiredAnswers: 3,
          statements: [{ id: 'AB-1', text: text('I do'), targets: { master: 5 } }],
        },
        competence,
      ],
    });
    expect(inconsistencies(broken)).toEqual([
      'The competence AB stands there twice.',
      'The statement AB-1 stands there twice.',
      'The scale does not count from 1 upwards at 2.',
      'The scale does not count from 1 upwards at 3.',
      'AB asks for more answers than it has statements.',
      'AB-1 has a target for the unknown level master.',
      'AB-1 has a target beyond the scale.',
    ]);
    expect(frameworkDocument.safeParse(broken).success).toBe(false);
  });
});
