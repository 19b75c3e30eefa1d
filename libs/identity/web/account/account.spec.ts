import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { identityProblems, type OwnAddress, type OwnSignIn } from '@luotsi/identity/model';
import { describeProblem } from '@luotsi/platform/model';
import {
  Confirm,
  Language,
  Notices,
  provideApiClient,
  provideLanguage,
} from '@luotsi/platform/web';
import { AddressSection } from './security/address-section';
import { OwnSignIns } from './security/own-sign-ins';
import { PasswordSection } from './security/password-section';
import { AccountPage } from './account.page';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

async function show<Part>(part: Type<Part>) {
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Confirm, useValue: { ask: () => Promise.resolve(true) } },
    ],
  });
  await TestBed.inject(Language).choose('fi');
  const fixture = TestBed.createComponent(part);
  const page = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(page);
  const http = TestBed.inject(HttpTestingController);
  const look = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await settle();
      fixture.detectChanges();
    }
  };
  await look();
  return {
    http,
    page,
    look,
    fill: (name: string, value: string) => {
      const field = page.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (field) field.value = value;
    },
    async press(words: string) {
      const named = (it: HTMLElement) =>
        [it.textContent, it.getAttribute('aria-label') ?? ''].some((text) => text.includes(words));
      const button = [...page.querySelectorAll('button')].find(named);
      button?.focus();
      button?.click();
      await look();
    },
    async answer(method: string, url: string, body: object | null, status = 200) {
      const request = http.expectOne({ method, url });
      request.flush(body, { status, statusText: 'x' });
      await look();
      return request.request.body as unknown;
    },
    told: () => TestBed.inject(Notices).current()?.text,
  };
}

describe('the page of one’s own account', () => {
  it('leads to each of its parts', async () => {
    const { page } = await show(AccountPage);
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/account/security');
  });
});

describe('one’s own sign-ins', () => {
  const item = (more: Partial<OwnSignIn>): OwnSignIn => ({
    id: '01a20194-43d2-762a-ad91-4c6b313b5cf5',
    browser: 'firefox',
    system: 'android',
    signedInAt: '2027-03-01T08:00:00Z',
    lastSeenAt: '2027-03-11T07:00:00Z',
    expiresAt: '2027-03-18T07:00:00Z',
    secondStep: false,
    current: false,
    ...more,
  });
  const here = item({ id: '01a20194-43d2-762a-ad91-4c6b313b5cf6', current: true });
  const elsewhere = item({});
  const unknown = item({
    id: '01a20194-43d2-762a-ad91-4c6b313b5cf7',
    browser: 'other',
    system: 'other',
  });

  it('say when and with what in words, and which is this one', async () => {
    const { answer, page } = await show(OwnSignIns);
    await answer('GET', '/api/me/sessions', { items: [here, unknown] });
    const [first, second] = [...page.querySelectorAll('li')].map((it) => it.textContent);
    expect(first).toContain('Firefox, Android');
    expect(first).toContain('tämä laite');
    expect(first).toContain('ma 1.3.2027 klo 10.00');
    expect(second).toContain('Tuntematon laite');
  });

  it('end one by one, also one that has ended by itself', async () => {
    const { answer, press, told } = await show(OwnSignIns);
    await answer('GET', '/api/me/sessions', { items: [elsewhere] });
    await press('Kirjaa ulos: Firefox, Android');
    await answer('DELETE', `/api/me/sessions/${elsewhere.id}`, null, 204);
    expect(told()).toBe('1 laite on kirjattu ulos.');
    await answer('GET', '/api/me/sessions', { items: [elsewhere] });
    await press('Kirjaa ulos: Firefox, Android');
    const gone = { type: 'urn:luotsi:problem:not-found', title: 'x', status: 404 };
    await answer('DELETE', `/api/me/sessions/${elsewhere.id}`, gone, 404);
    await answer('GET', '/api/me/sessions', { items: [] });
  });

  it('end all others after a question', async () => {
    const { answer, press, page, told } = await show(OwnSignIns);
    await answer('GET', '/api/me/sessions', { items: [here, elsewhere, unknown] });
    await press('muut 2 laitetta');
    await answer('DELETE', '/api/me/sessions', { ended: 2 });
    expect(told()).toBe('2 laitetta on kirjattu ulos.');
    await answer('GET', '/api/me/sessions', { items: [here] });
    expect(page.textContent).not.toContain('Kirjaa ulos toinen');
  });
});

describe('one’s own password', () => {
  it('is changed with the present one, and says how many sign-ins have ended', async () => {
    const { answer, press, fill, page, told } = await show(PasswordSection);
    await answer('GET', '/api/me/password', { set: true });
    await press('Vaihda salasana');
    expect(document.activeElement).toBe(page.querySelector('input[name=present]'));
    fill('present', 'old one');
    fill('password', 'kolme hevosta metsässä');
    await press('Vaihda salasana');
    const sent = await answer('PUT', '/api/me/password', { signInsEnded: 2 });
    expect(sent).toEqual({ present: 'old one', password: 'kolme hevosta metsässä' });
    expect(told()).toContain('2 muuta kirjautumista');
    expect(page.querySelector('form')).toBeNull();
  });

  it('stays when the present one is wrong, with all that was typed', async () => {
    const { answer, press, fill, page } = await show(PasswordSection);
    await answer('GET', '/api/me/password', { set: true });
    await press('Vaihda salasana');
    fill('present', 'wrong');
    fill('password', 'kolme hevosta metsässä');
    await press('Vaihda salasana');
    const name = 'present-password-wrong';
    const problem = describeProblem(name, identityProblems[name], {}, 'fi');
    await answer('PUT', '/api/me/password', problem, 403);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Salasana on väärin');
    expect(page.querySelector<HTMLInputElement>('input[name=password]')?.value).toBe(
      'kolme hevosta metsässä',
    );
  });

  it('is got by a link where there is none', async () => {
    const { answer, page } = await show(PasswordSection);
    await answer('GET', '/api/me/password', { set: false });
    expect(page.querySelector('a[href="/forgot-password"]')).not.toBeNull();
  });
});

describe('one’s own address', () => {
  const own: OwnAddress = { email: 'aino@example.org', pending: null };
  const pending: OwnAddress = {
    ...own,
    pending: {
      email: 'new@example.org',
      confirmedAtOld: true,
      confirmedAtNew: false,
      expiresAt: '2027-03-11T07:00:00Z',
    },
  };

  it('is asked to change and then shows what it waits for', async () => {
    const { answer, press, fill, page, told } = await show(AddressSection);
    await answer('GET', '/api/me/password', { set: true });
    await answer('GET', '/api/me/email', own);
    await press('Vaihda osoite');
    fill('email', 'new@example.org');
    fill('password', 'present one');
    await press('Lähetä vahvistusviestit');
    const sent = await answer('PUT', '/api/me/email', pending, 202);
    expect(sent).toEqual({ email: 'new@example.org', password: 'present one' });
    expect(told()).toContain('molempiin osoitteisiin');
    expect(page.textContent).toContain('Vahvistettu nykyisestä');
    expect(page.textContent).toContain('Odottaa uutta osoitetta');
    await press('Peru vaihto');
    await answer('DELETE', '/api/me/email/change', own);
    expect(page.textContent).not.toContain('new@example.org');
  });

  it('asks for no password where there is none', async () => {
    const { answer, press, fill, page } = await show(AddressSection);
    await answer('GET', '/api/me/password', { set: false });
    await answer('GET', '/api/me/email', own);
    await press('Vaihda osoite');
    expect(page.querySelector('input[name=password]')).toBeNull();
    fill('email', 'new@example.org');
    await press('Lähetä vahvistusviestit');
    expect(await answer('PUT', '/api/me/email', pending, 202)).toEqual({
      email: 'new@example.org',
    });
  });
});
