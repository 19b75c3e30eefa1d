import { failure, ofCheck, ofJest, ofPlaywright, summarise } from './summary';

const report = {
  numPassedTests: 7,
  testResults: [
    {
      name: 'seats.spec.ts',
      status: 'failed',
      assertionResults: [
        { status: 'failed', fullName: 'seats never run over' },
        { status: 'passed', fullName: 'seats are counted' },
      ],
    },
    { name: 'broken.spec.ts', status: 'failed', assertionResults: [] },
  ],
};

describe('the summary of all suites', () => {
  it('ends with one line that counts every test and every check', () => {
    const text = summarise([
      ofCheck('lint', true),
      ofJest('tests', 1, report),
      failure('journeys'),
    ]);
    expect(text.split('\n').at(-1)).toBe('8 passed, 3 failed');
    expect(text).toContain('seats.spec.ts: seats never run over');
    expect(text).toContain('broken.spec.ts: could not be run');
  });

  it('has only that line when everything passes', () => {
    expect(summarise([ofCheck('lint', true)]).trim()).toBe('1 passed, 0 failed');
  });

  it('counts a suite that failed without a failed test', () => {
    const outcome = ofJest('tests', 1, { numPassedTests: 3, testResults: [] });
    expect(outcome).toEqual({ passed: 3, failed: 1, failures: ['tests'] });
  });

  it('counts a journey for each width, and one that passed only at the second try as failed', () => {
    const outcome = ofPlaywright('journeys', 1, {
      stats: { expected: 1, unexpected: 0, flaky: 1 },
      errors: [],
      suites: [
        {
          suites: [
            {
              specs: [
                {
                  title: 'enrols',
                  file: 'walk.spec.ts',
                  tests: [
                    { status: 'expected', projectName: 'phone' },
                    { status: 'flaky', projectName: 'desktop' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(outcome).toEqual({
      passed: 1,
      failed: 1,
      failures: ['walk.spec.ts: enrols (desktop)'],
    });
  });
});
