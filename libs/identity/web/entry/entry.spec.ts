import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { identityProblems, samplePerson } from '@luotsi/identity/model';
import { describeProblem } from '@luotsi/platform/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { identityRoutes } from '../routes';

const password = 'vihreä teekuppi lentää';

@Component({ template: 'another page' })
class Elsewhere {}

/** Lets promises that are due run. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

async function open(address: string) {
  document.cookie = 'luotsi_language=fi; Path=/';
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          ...identityRoutes,
          { path: 'sessions/1', component: Elsewhere },
          { path: '', component: Elsewhere },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl(address);
  let ended = false;
  void opened.finally(() => (ended = true));
  while (!ended) {
    await settle();
    http.match('/api/auth/session').forEach((request) => request.flush({ person: null }));
  }
  const look = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await settle();
      harness.detectChanges();
    }
  };
  await look();
  const page = harness.routeNativeElement as HTMLElement;
  document.body.append(page);
  const one = <Kind extends HTMLElement>(selector: string): Kind => {
    const found = page.querySelector<Kind>(selector);
    if (!found) throw new Error(`${selector} is not on the page`);
    return found;
  };
  const answer = async (path: string, body: object, status = 200) => {
    const request = http.expectOne(path);
    request.flush(body, { status, statusText: 'x' });
    await look();
    return request.request.body as unknown;
  };
  return {
    http,
    page,
    one,
    look,
    fill: (name: string, value: string) => {
      const field = one<HTMLInputElement>(`input[name=${name}]`);
      field.value = value;
      field.dispatchEvent(new Event('input'));
    },
    async press(words: string) {
      [...page.querySelectorAll('button')].find((it) => it.textContent.includes(words))?.click();
      await look();
    },
    answer,
    async refuse(path: string, name: keyof typeof identityProblems, facts = {}) {
      const problem = describeProblem(name, identityProblems[name], facts, 'fi');
      await answer(path, problem, problem.status);
      return problem;
    },
  };
}

describe('registering', () => {
  beforeEach(() => document.body.replaceChildren());

  it('sends what password managers know, says where the letter went and takes the focus there', async () => {
    const { fill, press, answer, page, one } = await open('/sign-up?returnTo=%2Fsessions%2F1');
    expect(one<HTMLInputElement>('input[name=name]').autocomplete).toBe('name');
    expect(one<HTMLInputElement>('input[name=email]').autocomplete).toBe('username');
    expect(one<HTMLInputElement>('input[name=password]').autocomplete).toBe('new-password');
    fill('name', '🦊 Aino');
    fill('email', ' Aino@Example.org');
    fill('password', password);
    await press('Luo tili');
    const sent = await answer('/api/auth/sign-up/email', { accepted: true }, 202);
    expect(sent).toEqual({
      name: '🦊 Aino',
      email: 'aino@example.org',
      password,
      language: 'fi',
      returnTo: '/sessions/1',
    });
    expect(page.textContent).toContain('aino@example.org');
    expect(document.activeElement).toBe(one('h1'));
    await press('Lähetä viesti uudelleen');
    await answer('/api/auth/send-verification-email', { accepted: true }, 202);
    await press('Korjaa osoite');
    expect(one<HTMLInputElement>('input[name=name]').value).toBe('🦊 Aino');
    expect(one<HTMLInputElement>('input[name=email]').value).toBe('aino@example.org');
    expect(document.activeElement).toBe(one('input[name=email]'));
  });

  it('counts the characters of the password, and says at each field what is wrong', async () => {
    const { fill, press, http, page, one } = await open('/sign-up');
    fill('password', 'lyhyt');
    await press('Luo tili');
    expect(page.textContent).toContain('Vielä 5 merkkiä.');
    expect(page.textContent).toContain('Kirjoita nimesi.');
    expect(page.textContent).toContain('Kirjoita sähköpostiosoite.');
    expect(page.textContent).toContain('vähintään 10 merkkiä');
    expect(document.activeElement).toBe(one('input[name=name]'));
    http.expectNone('/api/auth/sign-up/email');
  });

  it('shows what the service says of the password at its field, and keeps all that was typed', async () => {
    const { fill, press, answer, page, one } = await open('/sign-up');
    fill('name', 'Aino');
    fill('email', 'aino@example.org');
    fill('password', 'Salasana123');
    await press('Luo tili');
    const faults = [{ pointer: '/password', detail: 'Tämä salasana on yleinen.' }];
    const problem = { type: 'x', title: 'Korjattavaa', status: 422, errors: faults };
    await answer('/api/auth/sign-up/email', problem, 422);
    expect(page.querySelector('lu-password-field')?.textContent).toContain('on yleinen');
    expect(document.activeElement).toBe(one('input[name=password]'));
    expect(one<HTMLInputElement>('input[name=email]').value).toBe('aino@example.org');
    expect(one<HTMLInputElement>('input[name=password]').value).toBe('Salasana123');
  });

  it('shows the password when asked to', async () => {
    const { press, one } = await open('/sign-up');
    await press('Näytä salasana');
    expect(one<HTMLInputElement>('input[name=password]').type).toBe('text');
  });
});

describe('confirming an address', () => {
  beforeEach(() => document.body.replaceChildren());
  const read = { purpose: 'verify', email: 'aino@example.org', returnTo: '/sessions/1' };

  it('takes link and password together and goes on where one was', async () => {
    const { fill, press, answer, page } = await open('/verify-email?token=abc');
    expect(await answer('/api/auth/link', read)).toEqual({ token: 'abc' });
    expect(page.textContent).toContain('aino@example.org');
    fill('password', password);
    await press('Vahvista ja kirjaudu');
    const sent = await answer('/api/auth/verify-email', { ...samplePerson, language: 'fi' });
    expect(sent).toEqual({ token: 'abc', password });
    expect(TestBed.inject(Router).url).toBe('/sessions/1');
  });

  it('says that the password is wrong and lets one try again', async () => {
    const { fill, press, answer, refuse, page } = await open('/verify-email?token=abc');
    await answer('/api/auth/link', read);
    fill('password', 'not it');
    await press('Vahvista ja kirjaudu');
    const { title } = await refuse('/api/auth/verify-email', 'present-password-wrong');
    expect(page.querySelector('[role=alert]')?.textContent).toContain(title);
    expect(document.activeElement?.querySelector('[role=alert]')).not.toBeNull();
  });

  it('offers another link for one that has expired', async () => {
    const { fill, press, answer, refuse, page } = await open('/verify-email?token=abc');
    await refuse('/api/auth/link', 'letter-link-expired');
    expect(page.textContent).toContain('Linkki on vanhentunut');
    fill('email', 'aino@example.org');
    await press('Pyydä uusi linkki');
    await answer('/api/auth/send-verification-email', { accepted: true }, 202);
    expect(page.querySelector('[role=status]')?.textContent).toContain('uuden linkin');
  });

  it('leads to signing in with one that has been used', async () => {
    const { refuse, page } = await open('/verify-email?token=abc');
    await refuse('/api/auth/link', 'letter-link-used');
    expect(page.querySelector('a[href="/sign-in"]')).not.toBeNull();
    expect(page.querySelector('form')).toBeNull();
  });
});

describe('a forgotten password', () => {
  beforeEach(() => document.body.replaceChildren());

  it('is asked for anew in words that do not tell whether there is an account', async () => {
    const { fill, press, answer, page, one } = await open('/forgot-password');
    fill('email', 'aino');
    await press('Lähetä linkki');
    expect(page.textContent).toContain('nimi@esimerkki.fi');
    fill('email', 'aino@example.org');
    await press('Lähetä linkki');
    await answer('/api/auth/request-password-reset', { accepted: true }, 202);
    expect(page.textContent).toContain('Jos osoitteella aino@example.org on tili');
    expect(document.activeElement).toBe(one('h1'));
  });

  it('says how long to wait when too many letters were asked for, and keeps the address', async () => {
    const { fill, press, refuse, page, one } = await open('/forgot-password');
    fill('email', 'aino@example.org');
    await press('Lähetä linkki');
    await refuse('/api/auth/request-password-reset', 'letters-paused', { minutes: 42 });
    expect(page.textContent).toContain('42 minuutin kuluttua');
    expect(one<HTMLInputElement>('input[name=email]').value).toBe('aino@example.org');
  });

  it('is replaced with the link, and the way on is signing in', async () => {
    const { fill, press, answer, page, one } = await open('/reset-password?token=abc');
    const link = { purpose: 'reset', email: 'aino@example.org', returnTo: null };
    await answer('/api/auth/link', link);
    expect(one<HTMLInputElement>('input[autocomplete=username]').value).toBe('aino@example.org');
    fill('password', password);
    await press('Ota salasana käyttöön');
    const sent = await answer('/api/auth/reset-password', { email: 'aino@example.org' });
    expect(sent).toEqual({ token: 'abc', password });
    expect(one('h1').textContent).toBe('Salasanasi on vaihdettu');
    expect(document.activeElement).toBe(one('h1'));
    one('lu-page-header a[href="/sign-in"]').click();
    await settle();
    expect(page.isConnected).toBe(true);
  });

  it('leads to another link when this one does not work', async () => {
    const { refuse, page } = await open('/reset-password?token=abc');
    await refuse('/api/auth/link', 'letter-link-used');
    expect(page.querySelector('a[href="/forgot-password"]')).not.toBeNull();
  });
});

describe('a change of address', () => {
  beforeEach(() => document.body.replaceChildren());
  const link = { purpose: 'address-old', email: 'new@example.org', returnTo: null };

  it.each([
    ['Vahvista vaihto', 'confirm', 'waiting', 'toisesta osoitteesta'],
    ['Vahvista vaihto', 'confirm', 'changed', 'new@example.org'],
    ['Peru vaihto', 'refuse', 'refused', 'pysyy ennallaan'],
  ])('is answered with %s (%s): %s', async (button, answered, state, words) => {
    const { press, answer, page, one } = await open('/change-email?token=abc');
    await answer('/api/auth/link', link);
    expect(page.textContent).toContain('new@example.org');
    await press(button);
    const sent = await answer('/api/auth/change-email', { state });
    expect(sent).toEqual({ token: 'abc', answer: answered });
    expect(page.textContent).toContain(words);
    expect(document.activeElement).toBe(one('h1'));
    expect(page.querySelectorAll('button')).toHaveLength(0);
  });
});
