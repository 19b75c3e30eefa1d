import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { identityProblems, samplePerson, type SecondStep } from '@luotsi/identity/model';
import { describeProblem } from '@luotsi/platform/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { identityRoutes } from '../routes';
import { PasskeyBrowser, PasskeyNotUsed } from './passkey-browser';

const off: SecondStep = {
  compulsory: false,
  on: false,
  confirmed: false,
  password: true,
  totp: null,
  recoveryCodes: { left: 0, since: null },
  passkeys: [],
};
const on: SecondStep = {
  ...off,
  on: true,
  confirmed: true,
  totp: { since: '2027-03-01T10:00:00Z' },
  recoveryCodes: { left: 3, since: '2027-03-01T10:00:00Z' },
};
const passkey = {
  id: '01a20194-43d2-762a-ad91-4c6b313b5cf6',
  name: 'Työkone',
  synced: false,
  createdAt: '2027-03-01T10:00:00Z',
  lastUsedAt: null,
};
const TOTP = '/api/me/second-step/totp';
const TAKE = '/api/auth/sign-in/second-step';

@Component({ template: 'a page' })
class Somewhere {}

async function open(
  address: string,
  { state = off, person = samplePerson as typeof samplePerson | null, browser = {} } = {},
) {
  document.cookie = 'luotsi_language=fi; Path=/';
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter(
        [...identityRoutes, { path: '**', component: Somewhere }],
        withComponentInputBinding(),
      ),
      { provide: PasskeyBrowser, useValue: { known: true, ...browser } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  void TestBed.inject(CurrentPerson).load();
  let now = state;
  const settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      const answers = [
        ['/api/auth/session', { person }],
        ['/api/auth/providers', { items: [] }],
        ['/api/me/linked-accounts', { items: [] }],
        ['/api/me/sessions', { items: [] }],
        ['/api/me/second-step', now],
      ] as const;
      for (const [url, body] of answers) {
        for (const request of http.match({ method: 'GET', url })) {
          if (!request.cancelled) request.flush(body);
        }
      }
      harness.detectChanges();
      await TestBed.tick();
    }
  };
  let ended = false;
  void harness.navigateByUrl(address).finally(() => (ended = true));
  while (!ended) await settle();
  await settle();
  const page = harness.routeNativeElement as HTMLElement;
  document.body.replaceChildren(page);
  const within = (root: ParentNode, words: string) => {
    const found = [...root.querySelectorAll<HTMLElement>('button, a')].find(
      (it) => it.textContent.trim() === words || it.ariaLabel === words,
    );
    if (!found) throw new Error(`There is no "${words}".`);
    return found;
  };
  const dialog = () => {
    const [shown] = document.querySelectorAll<HTMLDialogElement>('lu-ask dialog');
    if (!shown) throw new Error('There is no dialog.');
    return shown;
  };
  return {
    http,
    page,
    settle,
    dialog,
    becomes: (next: SecondStep) => (now = next),
    async press(words: string, root: ParentNode = page) {
      within(root, words).click();
      await settle();
    },
    async type(name: string, value: string, root: ParentNode = page) {
      const field = root.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (!field) throw new Error(`There is no field ${name}.`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
      return field;
    },
  };
}

const problem = (name: keyof typeof identityProblems, facts = {}) =>
  describeProblem(name, identityProblems[name], facts, 'fi');

describe('taking the second step', () => {
  it('asks for the code as phones and password managers know it, and goes on by itself', async () => {
    const { type, http, settle } = await open(
      '/sign-in/second-step?ways=totp,recovery-code&returnTo=%2Fmy',
      { person: null },
    );
    const field = await type('code', '123');
    expect(field.autocomplete).toBe('one-time-code');
    expect(field.inputMode).toBe('numeric');
    http.expectNone(TAKE);
    await type('code', '123 456');
    const request = http.expectOne(TAKE);
    expect(request.request.body).toEqual({ kind: 'totp', code: '123 456' });
    request.flush(samplePerson);
    await settle();
    expect(TestBed.inject(Router).url).toBe('/my');
  });

  it('tells what is wrong, and does not send by itself again', async () => {
    const { type, http, settle, page, press } = await open('/sign-in/second-step?ways=totp', {
      person: null,
    });
    await type('code', '123456');
    const wrong = problem('wrong-code');
    http.expectOne(TAKE).flush(wrong, { status: 422, statusText: 'x' });
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain(wrong.title);
    await type('code', '654321');
    http.expectNone(TAKE);
    await press('Vahvista');
    http.expectOne(TAKE).flush(samplePerson);
  });

  it('takes a recovery code instead', async () => {
    const { press, type, http } = await open('/sign-in/second-step?ways=totp,recovery-code', {
      person: null,
    });
    await press('Käytä palautuskoodia');
    await press('Vahvista');
    http.expectNone(TAKE);
    await type('recovery-code', ' abcde-fghjk ');
    await press('Vahvista');
    expect(http.expectOne(TAKE).request.body).toEqual({
      kind: 'recovery-code',
      code: 'abcde-fghjk',
    });
  });

  it('takes a passkey, and tells when it was not used', async () => {
    let outcome: () => Promise<unknown> = () => Promise.reject(new PasskeyNotUsed());
    const { press, page, settle } = await open('/sign-in/second-step?ways=passkey&returnTo=%2Fmy', {
      browser: { signIn: () => outcome() },
    });
    expect(page.querySelector('input')).toBeNull();
    await press('Vahvista pääsyavaimella');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Pääsyavainta ei käytetty');
    outcome = () => Promise.resolve(samplePerson);
    await press('Vahvista pääsyavaimella');
    await settle();
    expect(TestBed.inject(Router).url).toBe('/my');
  });

  it('that came too late begins again', async () => {
    const { type, http, settle, page } = await open(
      '/sign-in/second-step?ways=totp&returnTo=%2Fmy',
      { person: null },
    );
    await type('code', '123456');
    http.expectOne(TAKE).flush(problem('sign-in-expired'), { status: 401, statusText: 'x' });
    await settle();
    expect(page.querySelector('lu-problem a')?.getAttribute('href')).toBe(
      '/sign-in?returnTo=%2Fmy',
    );
  });
});

describe('signing in', () => {
  it('goes on with a passkey that the browser has suggested in the field of the address', async () => {
    const asked: boolean[] = [];
    let stopped = 0;
    const { settle } = await open('/sign-in?returnTo=%2Fmy', {
      person: null,
      browser: {
        suggests: () => Promise.resolve(true),
        signIn: (suggested = false) => {
          asked.push(suggested);
          return Promise.resolve(samplePerson);
        },
        stopSuggesting: () => {
          stopped += 1;
          return Promise.resolve();
        },
      },
    });
    await settle();
    expect(asked).toEqual([true]);
    expect(TestBed.inject(Router).url).toBe('/my');
    expect(stopped).toBe(1);
  });
});

describe('one’s own second step', () => {
  it('is set up with password, QR code or key, and a code; recovery codes are shown', async () => {
    const it = await open('/account/security');
    await it.press('Ota kertakäyttökoodit käyttöön');
    await it.press('Ota kertakäyttökoodit käyttöön', it.dialog());
    expect(it.dialog().textContent).toContain('Kirjoita salasanasi.');
    await it.type('password', 'wrong', it.dialog());
    await it.press('Ota kertakäyttökoodit käyttöön', it.dialog());
    it.http.expectOne(TOTP).flush(problem('wrong-password'), { status: 422, statusText: 'x' });
    await it.settle();
    expect(it.dialog().textContent).toContain('Salasana on väärin');
    await it.type('password', 'right', it.dialog());
    await it.press('Ota kertakäyttökoodit käyttöön', it.dialog());
    const started = it.http.expectOne(TOTP);
    expect(started.request.body).toEqual({ password: 'right' });
    started.flush({ secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', address: 'otpauth://totp/x' });
    await it.settle();
    expect(document.querySelector('lu-ask')).toBeNull();
    expect(it.page.textContent).toContain('ABCD EFGH IJKL');
    await it.type('code', '123 456');
    await it.press('Ota käyttöön');
    const confirmed = it.http.expectOne(TOTP);
    expect(confirmed.request.body).toEqual({ code: '123456' });
    it.becomes(on);
    confirmed.flush({ codes: ['AAAAA-BBBBB', 'CCCCC-DDDDD'] });
    await it.settle();
    expect(it.page.querySelector('lu-recovery-codes')?.textContent).toContain('CCCCC-DDDDD');
    await it.press('Olen tallentanut koodit');
    expect(it.page.querySelector('lu-recovery-codes')).toBeNull();
    expect(it.page.textContent).toContain('Palautuskoodeja on jäljellä 3.');
  });

  it('that a role needs is asked for, and leads on to where one was going', async () => {
    const it = await open('/account/security?reason=second-step&returnTo=%2Fplans', {
      state: { ...off, compulsory: true },
    });
    expect(it.page.textContent).toContain('Siihen asti roolisi eivät ole voimassa.');
    expect(it.page.querySelector('lu-second-step lu-status')?.textContent).toContain('Tarvitaan');
  });

  it('that is not confirmed in this sign-in is confirmed first', async () => {
    const it = await open('/account/security?reason=second-step&returnTo=%2Fplans', {
      state: { ...on, compulsory: true, confirmed: false },
    });
    const links = [...it.page.querySelectorAll('lu-second-step a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/sign-in/second-step?ways=totp,recovery-code&returnTo=%2Fplans',
    ]);
    expect(it.page.textContent).not.toContain('Vaihda puhelin');
  });

  it('that is done leads on', async () => {
    const it = await open('/account/security?reason=second-step&returnTo=%2Fplans', { state: on });
    expect(it.page.querySelector('lu-second-step a')?.getAttribute('href')).toBe('/plans');
  });

  it('is turned off with password and code; a refusal is told in the dialog', async () => {
    const it = await open('/account/security', { state: on });
    await it.press('Poista käytöstä');
    await it.type('password', 'right', it.dialog());
    await it.type('code', '123456', it.dialog());
    await it.press('Poista käytöstä', it.dialog());
    const request = it.http.expectOne({ method: 'DELETE', url: TOTP });
    expect(request.request.body).toEqual({ password: 'right', code: '123456', kind: 'totp' });
    request.flush(problem('second-step-compulsory'), { status: 409, statusText: 'x' });
    await it.settle();
    expect(it.dialog().textContent).toContain('Roolisi vaatii toisen vaiheen');
    await it.press('Palaa', it.dialog());
    expect(document.querySelector('lu-ask')).toBeNull();
  });
});

describe('one’s own passkeys', () => {
  it('are added under a name, after the password', async () => {
    const made = { id: 'x' };
    const it = await open('/account/security', { browser: { make: () => Promise.resolve(made) } });
    expect(it.page.textContent).toContain('Sinulla ei ole vielä pääsyavainta.');
    await it.press('Lisää pääsyavain');
    await it.type('name', 'Työkone', it.dialog());
    await it.type('password', 'right', it.dialog());
    await it.press('Lisää pääsyavain', it.dialog());
    it.http.expectOne('/api/me/passkeys/options').flush({
      rp: { id: 'localhost', name: 'Luotsi' },
      user: { id: 'x', name: 'aino@example.org', displayName: 'Aino' },
      challenge: 'x',
      pubKeyCredParams: [],
      timeout: 1,
      excludeCredentials: [],
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      attestation: 'none',
    });
    await it.settle();
    const added = it.http.expectOne({ method: 'POST', url: '/api/me/passkeys' });
    expect(added.request.body).toEqual({ name: 'Työkone', credential: made });
    it.becomes({ ...off, passkeys: [passkey] });
    added.flush({ passkey, codes: null }, { status: 201, statusText: 'x' });
    await it.settle();
    expect(it.page.querySelector('lu-passkeys')?.textContent).toContain('Työkone');
  });

  it('are renamed and removed', async () => {
    const it = await open('/account/security', { state: { ...off, passkeys: [passkey] } });
    await it.press('Nimeä uudelleen pääsyavain Työkone');
    await it.type('name', 'Kotikone', it.dialog());
    await it.press('Nimeä uudelleen', it.dialog());
    const path = `/api/me/passkeys/${passkey.id}`;
    const renamed = it.http.expectOne({ method: 'PATCH', url: path });
    expect(renamed.request.body).toEqual({ name: 'Kotikone' });
    renamed.flush(null, { status: 204, statusText: 'x' });
    await it.settle();
    await it.press('Poista pääsyavain Työkone');
    await it.type('password', 'right', it.dialog());
    await it.press('Poista', it.dialog());
    const removed = it.http.expectOne({ method: 'DELETE', url: path });
    expect(removed.request.body).toEqual({ password: 'right' });
  });

  it('are not offered in a browser that knows none', async () => {
    const it = await open('/account/security', { browser: { known: false } });
    expect(it.page.querySelector('lu-passkeys button')).toBeNull();
    expect(it.page.textContent).toContain('Tämä selain ei osaa käyttää pääsyavaimia.');
  });

  it('are not offered at an address of figures, and it is said where they are', async () => {
    const it = await open('/account/security', { browser: { known: false, nameless: true } });
    expect(it.page.querySelector('lu-passkeys button')).toBeNull();
    expect(it.page.textContent).toContain('Pääsyavaimia ei voi käyttää osoitteessa localhost.');
  });

  it.each([
    ['127.0.0.1', true],
    ['[::1]', true],
    ['192.168.1.20', true],
    ['localhost', false],
    ['luotsi.example', false],
    ['1.example.fi', false],
  ])('at %s have no name to belong to: %s', (hostname, nameless) => {
    TestBed.configureTestingModule({
      providers: [provideApiClient(), provideLanguage(), provideHttpClientTesting()],
    });
    TestBed.overrideProvider(DOCUMENT, {
      useValue: new Proxy(document, {
        get: (target, name) => {
          if (name === 'location') return { hostname };
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      }),
    });
    expect(TestBed.inject(PasskeyBrowser).nameless).toBe(nameless);
  });
});
