import { relative } from 'node:path';

/** How a suite went. A check without tests of its own, such as lint, counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** The names of what failed. */
  readonly failures: readonly string[];
}

/** What Jest writes with `--json`, as far as it is read here. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** What Playwright's JSON reporter writes, as far as it is read here. */
export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}
interface PlaywrightSuite {
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string; readonly projectName: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** A check that has no tests of its own. */
export function ofCheck(name: string, passed: boolean): Outcome {
  return passed ? { passed: 1, failed: 0, failures: [] } : failure(name);
}

/** A suite that never came to its tests counts as one failure. */
export function failure(name: string): Outcome {
  return { passed: 0, failed: 1, failures: [name] };
}

/** Every test counts; so does a file that could not be run, and an exit code that nothing explains. */
export function ofJest(suite: string, status: number | null, report: JestReport): Outcome {
  const failures = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0 && status === 'failed') return [`${file}: could not be run`];
    return tests.map(({ fullName }) => `${file}: ${fullName}`);
  });
  return explained(suite, status, report.numPassedTests, failures);
}

/** A test that only passed when it was tried again has not passed. */
export function ofPlaywright(
  name: string,
  status: number | null,
  report: PlaywrightReport,
): Outcome {
  const failures = specsOf(report.suites).flatMap(({ title, file, tests }) =>
    tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map(({ projectName }) => `${file}: ${title} (${projectName})`),
  );
  return explained(name, status, report.stats.expected, failures);
}

function specsOf(suites: readonly PlaywrightSuite[]): NonNullable<PlaywrightSuite['specs']> {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

function explained(
  name: string,
  status: number | null,
  passed: number,
  failures: readonly string[],
): Outcome {
  if (status !== 0 && failures.length === 0) return { ...failure(name), passed };
  return { passed, failed: failures.length, failures };
}

/** The failures by name, and as the last line the one that counts: `N passed, N failed`. */
export function summarise(outcomes: readonly Outcome[]): string {
  const sum = (of: 'passed' | 'failed') => outcomes.reduce((all, outcome) => all + outcome[of], 0);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const list = failures.length ? ['', 'Failed:', ...failures.map((name) => `  ${name}`), ''] : [''];
  return [...list, `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
