import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { identityProblems, samplePerson as person } from '@luotsi/identity/model';
import { describeProblem } from '@luotsi/platform/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { identityRoutes } from '../routes';

@Component({ template: 'the page one came from' })
class Before {}

async function open({ demonstration = false, returnTo = '/my?tab=1' } = {}) {
  document.cookie = 'luotsi_language=fi; Path=/';
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(
        [...identityRoutes, { path: 'my', component: Before }, { path: '', component: Before }],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  // Opening ends only when what the page asks for has been answered.
  let ended = false;
  void opened.finally(() => (ended = true));
  while (!ended) {
    await settle();
    http.match('/api/auth/session').forEach((request) => request.flush({ person: null }));
    http.match('/api/service').forEach((request) => request.flush({ demonstration }));
  }
  await settle();
  harness.detectChanges();
  const page = harness.routeNativeElement as HTMLElement;
  const one = <Kind extends HTMLElement>(selector: string) => {
    const found = page.querySelector<Kind>(selector);
    if (!found) throw new Error(`${selector} is not on the page`);
    return found;
  };
  return {
    http,
    page,
    email: one<HTMLInputElement>('input[name=email]'),
    password: one<HTMLInputElement>('input[name=password]'),
    async submit() {
      one('button[type=submit]').click();
      await settle();
      harness.detectChanges();
    },
    async answer(status: number, body: object) {
      http.expectOne('/api/auth/sign-in/email').flush(body, { status, statusText: 'x' });
      await settle();
      harness.detectChanges();
      await settle();
    },
  };
}

/** Lets promises that are due run. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

describe('the sign-in page', () => {
  beforeEach(() => document.body.replaceChildren());

  it('signs in with what password managers know and goes back', async () => {
    const { email, password, submit, http } = await open();
    expect(email.autocomplete).toBe('username webauthn');
    expect(password.autocomplete).toBe('current-password');
    email.value = ' Aino@Example.org';
    password.value = 'a password';
    await submit();
    const request = http.expectOne('/api/auth/sign-in/email');
    expect(request.request.body).toEqual({ email: 'aino@example.org', password: 'a password' });
    request.flush(person);
    await settle();
    expect(TestBed.inject(Router).url).toBe('/my?tab=1');
  });

  it('goes on to the second step, where one is set up', async () => {
    const { email, password, submit, http } = await open();
    email.value = 'aino@example.org';
    password.value = 'a password';
    await submit();
    http
      .expectOne('/api/auth/sign-in/email')
      .flush({ secondStep: ['totp', 'recovery-code'] }, { status: 202, statusText: 'Accepted' });
    await settle();
    await settle();
    expect(TestBed.inject(Router).url).toBe(
      '/sign-in/second-step?ways=totp,recovery-code&returnTo=%2Fmy%3Ftab%3D1',
    );
  });

  it('leads whose roles wait for a second step to set it up, and on from there', async () => {
    const { email, password, submit, http } = await open();
    email.value = 'aino@example.org';
    password.value = 'a password';
    await submit();
    http.expectOne('/api/auth/sign-in/email').flush({ ...person, secondStep: 'needed' });
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(TestBed.inject(Router).url).toBe(
      '/account/security?reason=second-step&returnTo=%2Fmy%3Ftab%3D1',
    );
  });

  it('never leads to another site', async () => {
    const { email, password, submit, answer } = await open({ returnTo: '//elsewhere.example' });
    email.value = 'aino@example.org';
    password.value = 'a password';
    await submit();
    await answer(200, person);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it.each(['wrong-credentials', 'sign-in-paused'] as const)(
    'tells of %s, keeps what was typed and puts focus on the problem',
    async (name) => {
      const { email, password, submit, answer, page } = await open();
      document.body.append(page);
      email.value = 'aino@example.org';
      password.value = 'wrong';
      await submit();
      const problem = describeProblem(name, identityProblems[name], { minutes: 15 }, 'fi');
      await answer(problem.status, problem);
      expect(page.querySelector('[role=alert]')?.textContent).toContain(problem.title);
      expect(page.querySelector('[role=alert]')?.textContent).toContain(problem.detail);
      expect(email.value).toBe('aino@example.org');
      expect(document.activeElement?.querySelector('[role=alert]')).not.toBeNull();
    },
  );

  it('tells of a lost connection and can try again', async () => {
    const { email, password, submit, http, page } = await open();
    email.value = 'aino@example.org';
    password.value = 'a password';
    await submit();
    http.expectOne('/api/auth/sign-in/email').error(new ProgressEvent('error'));
    await submit();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect(email.value).toBe('aino@example.org');
    await submit();
    http.expectOne('/api/auth/sign-in/email').flush(person);
  });

  it('says at the field what is missing and sends nothing', async () => {
    const { email, password, submit, page, http } = await open();
    document.body.append(page);
    await submit();
    expect(page.textContent).toContain('Kirjoita sähköpostiosoitteesi.');
    expect(page.textContent).toContain('Kirjoita salasanasi.');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(email);
    email.value = 'aino';
    await submit();
    expect(page.textContent).toContain('nimi@esimerkki.fi');
    email.value = 'aino@example.org';
    await submit();
    expect(document.activeElement).toBe(password);
    http.expectNone('/api/auth/sign-in/email');
  });

  it('shows the password when asked to', async () => {
    const { password, page } = await open();
    const show = [...page.querySelectorAll('button')].find((it) =>
      it.textContent.includes('Näytä'),
    );
    show?.click();
    await settle();
    expect(password.type).toBe('text');
  });

  it('fills in a demonstration account at one tap, where there are any', async () => {
    const { email, password, page } = await open({ demonstration: true });
    const national = [...page.querySelectorAll('button')].find((it) =>
      it.textContent.includes('Valtakunnallinen'),
    );
    national?.click();
    expect(email.value).toBe('national1@demo.luotsi.example');
    expect(password.value).toBe('luotsi-demo-2027');
  });

  it('has no demonstration accounts elsewhere', async () => {
    const { page } = await open();
    expect(page.textContent).not.toContain('esittely');
  });
});
