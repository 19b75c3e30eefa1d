import { Validator } from '@seriousme/openapi-schema-validator';
import { testApp, type TestApp } from '@testing';

interface Described {
  readonly operationId: string;
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

describe('the OpenAPI document', () => {
  let luotsi: TestApp;
  let document: Document;
  let operations: Described[];
  beforeAll(async () => {
    luotsi = await testApp();
    document = (await luotsi.visitor().get<Document>('/api/openapi.json')).body;
    operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  });
  afterAll(() => luotsi.close());

  it('is valid OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator();
    const result = await validator.validate({ ...structuredClone(document) });
    expect(result.errors).toBeUndefined();
    expect([result.valid, validator.version]).toEqual([true, '3.1']);
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  it('describes a success and the problems of every operation', () => {
    for (const { operationId, responses } of operations) {
      const statuses = Object.keys(responses);
      expect([operationId, statuses.some((status) => /^[23]/.test(status))]).toEqual([
        operationId,
        true,
      ]);
      for (const status of statuses.filter((one) => Number(one) >= 400)) {
        const types = Object.keys(responses[status]?.content ?? {});
        expect([operationId, status, types]).toEqual([
          operationId,
          status,
          ['application/problem+json'],
        ]);
      }
    }
  });

  it('has a page for people, which names every operation and runs no script', async () => {
    const { status, text, headers } = await luotsi.visitor().get('/api/docs');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    for (const { operationId } of operations) expect(text).toContain(`id="${operationId}"`);
    expect(text).not.toMatch(/<script|<style|style=|onclick/);
  });
});
