import { jest } from '@jest/globals';
import { testApp, type TestApp } from '@testing';

interface Line {
  readonly level: string;
  readonly context?: string;
  readonly message: Readonly<Record<string, unknown>>;
}

describe.each(['info', 'debug', 'warn'] as const)('the log of requests at %s', (LOG_LEVEL) => {
  let luotsi: TestApp;
  let written: string[] = [];
  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
    }
    luotsi = await testApp({ environment: { LOG_LEVEL } });
  });
  afterAll(async () => {
    await luotsi.close();
    jest.restoreAllMocks();
  });

  const linesOf = async (work: () => Promise<unknown>): Promise<Line[]> => {
    written = [];
    await work();
    // A line follows the answer; one that isn't to come can only be waited for in vain.
    for (let turn = 0; turn < (LOG_LEVEL === 'warn' ? 2 : 100) && !written.length; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return written
      .flatMap((text) => text.split('\n'))
      .filter((text) => text.startsWith('{'))
      .map((text) => JSON.parse(text) as Line)
      .filter(({ context }) => context === 'Request');
  };

  it('has what was changed or refused, with the id that the answer has', async () => {
    let requestId: unknown;
    const lines = await linesOf(async () => {
      const answer = await luotsi.visitor().get<{ requestId: string }>('/api/me');
      ({ requestId } = answer.body);
    });
    const [line] = lines;
    if (LOG_LEVEL === 'warn') return expect(lines).toEqual([]);
    expect(line?.level).toBe('log');
    expect(line?.message).toEqual({
      requestId,
      method: 'GET',
      route: '/api/me',
      status: 401,
      ms: expect.any(Number) as number,
    });
  });

  it('has what was only read when everything is wanted', async () => {
    const lines = await linesOf(() => luotsi.visitor().get('/api/service'));
    expect(lines.map(({ level }) => level)).toEqual(LOG_LEVEL === 'debug' ? ['debug'] : []);
  });

  it('has neither a path’s parameters nor a query, and nothing of what leads nowhere', async () => {
    const lines = await linesOf(async () => {
      await luotsi.visitor().get('/feeds/personal/ghijklmnopqrstuvwxyzghijkl.ics?lang=xx&x@y.fi=1');
      await luotsi.visitor().get('/aino@example.org');
      await luotsi.visitor().post('/api/aino@example.org?token=pqr');
    });
    // Nothing that the hexadecimal digits of a request's id might spell by chance.
    expect(written.join('')).not.toMatch(/ghijkl|example|x@y|xx|pqr/);
    if (LOG_LEVEL === 'debug') {
      expect(lines[0]?.message).toMatchObject({ route: '/feeds/personal/{secret}.ics' });
    }
  });
});
