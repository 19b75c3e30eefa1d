import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { Language } from '../language/language.store';
import { provideLanguage } from '../language/provide-language';
import { ApiClient } from './api-client';
import { Connection } from './connection.store';
import { faultsAt, ProblemError } from './problem-error';
import { provideApiClient } from './provide-client';

const getBoat = operation({
  id: 'getBoat',
  method: 'GET',
  path: '/api/boats/{id}',
  summary: 'A boat',
  permission: 'public',
  params: z.object({ id: z.string() }),
  responses: { 200: z.object({ name: z.string() }) },
});
const addBoat = operation({
  id: 'addBoat',
  method: 'POST',
  path: '/api/boats',
  summary: 'Adds a boat',
  permission: 'public',
  body: z.object({ name: z.string() }),
  responses: { 201: z.object({ name: z.string() }), 204: null },
});

function setUp() {
  TestBed.configureTestingModule({
    providers: [provideLanguage(), provideApiClient(), provideHttpClientTesting()],
  });
  return {
    client: TestBed.inject(ApiClient),
    http: TestBed.inject(HttpTestingController),
    stable: () => TestBed.inject(ApplicationRef).whenStable(),
  };
}

describe('sending an operation', () => {
  it('asks in the chosen language and reads the answer by its schema', async () => {
    const { client, http } = setUp();
    await TestBed.inject(Language).choose('sv');
    const answer = client.send(addBoat, { body: { name: 'Tuuli' } });
    const request = http.expectOne({ method: 'POST', url: '/api/boats' });
    expect(request.request.headers.get('Accept-Language')).toBe('sv');
    request.flush({ name: 'Tuuli', secret: 1 }, { status: 201, statusText: 'Created' });
    expect(await answer).toEqual({ name: 'Tuuli' });
  });

  it('is refused with the problem as the API tells it', async () => {
    const { client, http } = setUp();
    const answer = client.send(addBoat, { body: { name: '' } });
    http.expectOne('/api/boats').flush(
      {
        type: 'urn:luotsi:problem:validation-failed',
        title: 'Tiedoissa on korjattavaa',
        status: 422,
        errors: [{ pointer: '/name', detail: 'Liian lyhyt' }],
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    const problem = await answer.catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(ProblemError);
    expect((problem as ProblemError).is('validation-failed')).toBe(true);
    expect(faultsAt(problem as ProblemError, '/name')).toEqual(['Liian lyhyt']);
  });

  it('says so when the connection is lost, and when it is back', async () => {
    const { client, http } = setUp();
    const answer = client.send(addBoat, { body: { name: 'Tuuli' } });
    http.expectOne('/api/boats').error(new ProgressEvent('error'));
    const problem = await answer.catch((thrown: unknown) => thrown);
    expect((problem as ProblemError).lostConnection).toBe(true);
    expect(TestBed.inject(Connection).lost()).toBe(true);

    const again = client.send(addBoat, { body: { name: 'Tuuli' } });
    http.expectOne('/api/boats').flush(null, { status: 204, statusText: 'No Content' });
    expect(await again).toBeUndefined();
    expect(TestBed.inject(Connection).lost()).toBe(false);
  });

  it('notes a sign-in that has ended, but not the question who is signed in', async () => {
    const { client, http } = setUp();
    const signedOut = { status: 401, statusText: 'Unauthorized' };
    const asked = client.send(addBoat, { body: { name: 'a' } }, { mayBeSignedOut: true });
    http.expectOne('/api/boats').flush({}, signedOut);
    await asked.catch(() => undefined);
    expect(TestBed.inject(Connection).signInNeeded()).toBe(false);

    const tried = client.send(addBoat, { body: { name: 'a' } });
    http.expectOne('/api/boats').flush({}, signedOut);
    await tried.catch(() => undefined);
    expect(TestBed.inject(Connection).signInNeeded()).toBe(true);
  });
});

describe('reading a resource', () => {
  it('reads again when what is asked changes, keeping the newest answer meanwhile', async () => {
    const { client, http, stable } = setUp();
    const id = signal<string | undefined>(undefined);
    const asked = () => {
      const wished = id();
      return wished === undefined ? undefined : { params: { id: wished } };
    };
    const boat = TestBed.runInInjectionContext(() => client.resource(getBoat, asked));
    expect(boat.loading()).toBe(false);
    id.set('a b');
    TestBed.tick();
    http.expectOne('/api/boats/a%20b').flush({ name: 'Tuuli' });
    await stable();
    expect(boat.value()).toEqual({ name: 'Tuuli' });
    expect(boat.latest()).toEqual({ name: 'Tuuli' });

    id.set('c');
    TestBed.tick();
    expect(boat.value()).toBeUndefined();
    expect(boat.latest()).toEqual({ name: 'Tuuli' });
    http.expectOne('/api/boats/c').flush({ nothing: true });
    await stable();
    expect(boat.problem()?.is('unreadable-answer')).toBe(true);
    expect(boat.value()).toBeUndefined();
  });
});
