import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { linkedSignInProblems, samplePerson } from '@luotsi/identity/model';
import { describeProblem } from '@luotsi/platform/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { identityRoutes } from '../routes';
import { Elsewhere } from './departure';

const state = { id: 'state', name: { fi: 'Valtio', sv: 'Staten', en: 'State' } };
const account = {
  id: '01a20194-43d2-762a-ad91-4c6b313b5cf6',
  provider: state,
  linkedAt: '2027-03-01T10:00:00Z',
};

@Component({ template: 'a page' })
class Somewhere {}

async function open(
  address: string,
  { person = null as typeof samplePerson | null, linked = [account], providers = [state] } = {},
) {
  document.cookie = 'luotsi_language=fi; Path=/';
  const gone: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(
        [...identityRoutes, { path: '**', component: Somewhere }],
        withComponentInputBinding(),
      ),
      { provide: Elsewhere, useValue: { go: (to: string) => gone.push(to) } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  // The frame asks this as soon as it is there.
  void TestBed.inject(CurrentPerson).load();
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      http.match('/api/auth/session').forEach((request) => request.flush({ person }));
      http.match('/api/service').forEach((request) => request.flush({ demonstration: false }));
      http.match('/api/auth/providers').forEach((request) => request.flush({ items: providers }));
      http
        .match({ method: 'GET', url: '/api/me/linked-accounts' })
        .forEach((request) => request.flush({ items: linked, password: true }));
      harness.detectChanges();
    }
  };
  const opened = harness.navigateByUrl(address);
  let ended = false;
  void opened.finally(() => (ended = true));
  while (!ended) await settle();
  await settle();
  const page = () => harness.routeNativeElement as HTMLElement;
  const find = (words: string) =>
    [...page().querySelectorAll<HTMLElement>('button, a')].find((it) =>
      `${it.textContent} ${it.getAttribute('aria-label') ?? ''}`.includes(words),
    );
  return {
    http,
    gone,
    page,
    find,
    settle,
    async press(words: string) {
      find(words)?.click();
      await settle();
    },
  };
}

/** The dialog that asks for the password, which stands beside the page. */
function dialog() {
  const found = document.querySelector('dialog') ?? document.createElement('dialog');
  return {
    found,
    type(text: string): void {
      const field = found.querySelector<HTMLInputElement>('input[name=password]');
      if (field) field.value = text;
    },
    submit: () => found.querySelector<HTMLElement>('button[type=submit]')?.click(),
  };
}

describe('other services on the sign-in page', () => {
  it('have a button each, which leads there and then back to where one wanted', async () => {
    const { http, press, gone, find } = await open('/sign-in?returnTo=%2Fmy%3Ftab%3D1');
    await press('Kirjaudu palvelun Valtio kautta');
    const sent = http.expectOne('/api/auth/providers/state/sign-in');
    expect(sent.request.body).toEqual({ returnTo: '/my?tab=1' });
    expect(find('Siirrytään palveluun Valtio')).toBeDefined();
    await press('Siirrytään palveluun Valtio');
    sent.flush({ address: 'https://state.example/authorize' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(gone).toEqual(['https://state.example/authorize']);
  });

  it('that can not be reached are told of in place, and the button is there again', async () => {
    const { http, press, gone, page, find, settle } = await open('/sign-in');
    await press('Kirjaudu palvelun Valtio kautta');
    const kind = linkedSignInProblems['provider-unreachable'];
    http
      .expectOne('/api/auth/providers/state/sign-in')
      .flush(describeProblem('provider-unreachable', kind, {}, 'fi'), {
        status: 503,
        statusText: 'x',
      });
    await settle();
    expect(page().querySelector('[role=alert]')?.textContent).toContain(kind.title.fi);
    expect(find('Kirjaudu palvelun Valtio kautta')).toBeDefined();
    expect(gone).toEqual([]);
  });

  it('are not spoken of where there are none', async () => {
    const { page } = await open('/sign-in', { providers: [] });
    expect(page().textContent).not.toContain('toisen palvelun');
  });
});

describe('a sign-in that could not be completed', () => {
  it.each(Object.keys(linkedSignInProblems) as (keyof typeof linkedSignInProblems)[])(
    '%s: says what happened and what to do',
    async (problem) => {
      const { page, find } = await open(
        `/sign-in/problem?problem=${problem}&provider=state&returnTo=%2Fmy`,
      );
      const { title, detail } = linkedSignInProblems[problem];
      expect(page().querySelector('h1')?.textContent).toBe(title.fi);
      expect(page().textContent).toContain(detail.fi);
      expect(find('Yritä uudelleen')).toBeDefined();
      expect(find('Kirjaudu toisella tavalla')?.getAttribute('href')).toBe(
        '/sign-in?returnTo=%2Fmy',
      );
    },
  );

  it('begins anew, for the same page', async () => {
    const { http, press } = await open(
      '/sign-in/problem?problem=provider-denied&provider=state&returnTo=%2Fmy',
    );
    await press('Yritä uudelleen');
    const { request } = http.expectOne('/api/auth/providers/state/sign-in');
    expect(request.body).toEqual({ returnTo: '/my' });
  });

  it('leads who is signed in already to where they wanted', async () => {
    const { find } = await open(
      '/sign-in/problem?problem=provider-sign-in-used&returnTo=%2Fmy%3Fa',
      {
        person: samplePerson,
      },
    );
    expect(find('Jatka')?.getAttribute('href')).toBe('/my?a=');
  });

  it('has words for a name that nobody knows, and leads to no other site', async () => {
    const { page, find } = await open(
      '/sign-in/problem?problem=constructor&returnTo=https%3A%2F%2Felsewhere.example',
    );
    expect(page().querySelector('h1')?.textContent).toContain('vastausta ei voitu hyväksyä');
    expect(find('Kirjaudu toisella tavalla')?.getAttribute('href')).toBe('/sign-in');
  });
});

describe('an account that has the e-mail already', () => {
  it('is proven by signing in to it, within the time that is told', async () => {
    const { page, find } = await open('/sign-in/link?provider=state&returnTo=%2Fmy');
    expect(page().textContent).toContain('jonka Valtio vahvisti');
    expect(page().textContent).toContain('kymmenen minuuttia');
    const address = find('Kirjaudu tilillesi')?.getAttribute('href') ?? '';
    const back = new URL(address, 'http://x').searchParams.get('returnTo');
    expect(back).toBe('/account/linking?returnTo=%2Fmy');
  });

  it('is linked after that, and one goes on', async () => {
    const { http, page, find, settle } = await open('/account/linking?returnTo=%2Fmy', {
      person: samplePerson,
    });
    http.expectOne('/api/me/linked-accounts/waiting').flush(account);
    await settle();
    expect(page().textContent).toContain('Valtio on liitetty tiliisi');
    expect(find('Jatka')?.getAttribute('href')).toBe('/my');
  });

  it('is told of when it was too late', async () => {
    const { http, page, find, settle } = await open('/account/linking', { person: samplePerson });
    const problem = describeProblem('link-expired', linkedSignInProblems['link-expired'], {}, 'fi');
    http
      .expectOne('/api/me/linked-accounts/waiting')
      .flush(problem, { status: 410, statusText: 'x' });
    await settle();
    expect(page().querySelector('[role=alert]')?.textContent).toContain(problem.title);
    expect(find('Kirjautuminen ja turvallisuus')?.getAttribute('href')).toBe('/account/security');
  });
});

describe('other services on the page of one’s own security', () => {
  // jsdom has no modal dialogs.
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = () => undefined;
    document.querySelectorAll('lu-ask').forEach((left) => left.remove());
  });

  it('are listed with when they were linked, and taken off with the password', async () => {
    const { http, page, press, settle } = await open('/account/security', { person: samplePerson });
    expect(page().textContent).toContain('liitetty 1.3.2027');
    await press('Poista liitos: Valtio');
    const { found, type, submit } = dialog();
    expect(found.textContent).toContain('Tilisi ja kaikki siinä oleva säilyy');
    type('a password');
    submit();
    await settle();
    const sent = http.expectOne({
      method: 'DELETE',
      url: `/api/me/linked-accounts/${account.id}`,
    });
    expect(sent.request.body).toEqual({ password: 'a password' });
    sent.flush(describeProblem('last-way-in', linkedSignInProblems['last-way-in'], {}, 'fi'), {
      status: 409,
      statusText: 'x',
    });
    await settle();
    expect(found.querySelector('[role=alert]')?.textContent).toContain('ainoa tapasi');
  });

  it('can be linked where they are not yet, and one hears of it on coming back', async () => {
    const { http, press, gone, settle } = await open('/account/security', {
      person: samplePerson,
      linked: [],
    });
    await press('Liitä Valtio');
    const { type, submit } = dialog();
    type('a password');
    submit();
    await settle();
    const sent = http.expectOne({ method: 'POST', url: '/api/me/linked-accounts' });
    expect(sent.request.body).toEqual({ provider: 'state', password: 'a password' });
    sent.flush({ address: 'https://state.example/a' });
    await settle();
    expect(gone).toEqual(['https://state.example/a']);
    TestBed.resetTestingModule();
    const later = await open('/account/security?linked=state', { person: samplePerson });
    await later.settle();
    expect(TestBed.inject(Router).url).toBe('/account/security');
  });

  it('are no section where there are none', async () => {
    const { page } = await open('/account/security', {
      person: samplePerson,
      linked: [],
      providers: [],
    });
    expect(page().querySelector('lu-linked-accounts section')).toBeNull();
  });
});
