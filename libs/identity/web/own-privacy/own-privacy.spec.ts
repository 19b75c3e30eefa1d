import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { samplePerson, type OwnAuditEntry, type OwnPrivacy } from '@luotsi/identity/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { ownPrivacyRoutes } from './routes';

const job = '01a20194-43d2-762a-ad91-4c6b313b5cf5';
const plain: OwnPrivacy = { archive: null, deletion: null, confirmWith: 'password' };
const waiting = { askedAt: '2027-03-04T10:00:00.000Z', dueAt: '2027-03-11T10:00:00.000Z' };
const entry: OwnAuditEntry = {
  id: job,
  at: '2027-03-01T07:05:00.000Z',
  action: 'people-read',
  own: false,
  actor: { name: 'Minna Tuominen' },
  facts: { count: 40 },
};

describe('the page of one’s own data', () => {
  let http: HttpTestingController;
  let page: HTMLElement;
  let harness: RouterTestingHarness;
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };

  beforeEach(() => {
    document.body.replaceChildren();
    // What jsdom lacks of dialogs.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });

  async function open(
    own: OwnPrivacy,
    log: OwnAuditEntry[] = [],
    nextCursor: string | null = null,
  ) {
    document.cookie = 'luotsi_language=fi; Path=/';
    TestBed.configureTestingModule({
      providers: [
        provideLanguage(),
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter(ownPrivacyRoutes),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
    const known = TestBed.inject(CurrentPerson).load();
    http.expectOne('/api/auth/session').flush({ person: samplePerson });
    await known;
    let ended = false;
    void harness.navigateByUrl('/account/privacy').finally(() => (ended = true));
    while (!ended) await settle();
    http.expectOne('/api/me/privacy').flush(own);
    await settle();
    http.expectOne('/api/me/audit?by=others').flush({ items: log, nextCursor });
    await settle();
    page = harness.routeNativeElement as HTMLElement;
    document.body.append(page);
  }
  const text = () => page.textContent.replace(/[\s\u00a0]+/g, ' ');
  const press = async (words: string) => {
    [...document.querySelectorAll<HTMLElement>('button, a')]
      .findLast((it) => it.textContent.includes(words))
      ?.click();
    await settle();
  };

  it('says what is kept, and who has looked at it', async () => {
    await open(plain, [
      entry,
      { ...entry, id: job.replace('5cf5', '5cf6'), actor: null, action: 'sign-in-failed' },
    ]);
    expect(text()).toContain('Arviointejasi ei näe kukaan muu kuin sinä.');
    expect(text()).toContain('Ihmisten luettelo luettuMinna Tuominenma 1.3.2027 klo 9.05');
    expect(text()).toContain('Ei tiedossa kuka');
    expect(text()).not.toContain('40');
  });

  it('invites nothing where nobody has looked, and shows one’s own doings when asked', async () => {
    await open(plain);
    expect(text()).toContain('Kukaan muu ei ole katsonut tietojasi');
    const select = page.querySelector<HTMLSelectElement>('lu-log-section select');
    if (select) select.value = 'all';
    select?.dispatchEvent(new Event('change'));
    await settle();
    http
      .expectOne('/api/me/audit?by=all')
      .flush({ items: [{ ...entry, own: true, action: 'sign-in', facts: {} }], nextCursor: 'abc' });
    await settle();
    expect(text()).toContain('KirjautuminenSinä');
    await press('Näytä vanhempia');
    const older = http.expectOne('/api/me/audit?by=all&cursor=abc');
    older.flush({ items: [{ ...entry, actor: { name: null } }], nextCursor: null });
    await settle();
    expect(text()).toContain('Poistettu tili');
  });

  it('has the copy made, follows it, and offers it when it is ready', async () => {
    await open(plain);
    await press('Tee tiedosto');
    http.expectOne('/api/me/data').flush({ job }, { status: 202, statusText: 'Accepted' });
    await settle();
    http.expectOne(`/api/jobs/${job}`).flush({ state: 'done', done: 8, total: 8 });
    await settle();
    const until = '2027-03-18T10:00:00.000Z';
    http
      .expectOne('/api/me/privacy')
      .flush({ ...plain, archive: { id: job, state: 'ready', bytes: 20_480, until } });
    await settle();
    const link = page.querySelector<HTMLAnchorElement>('a[download]');
    expect(link?.getAttribute('href')).toBe(`/api/me/data/${job}`);
    expect(link?.textContent).toContain('Lataa tiedosto, 20 kt');
    expect(text()).toContain('Tiedosto on valmis. Voit ladata sen torstaina 18. maaliskuuta');
  });

  it('asks for the password before the account is deleted, and tells what was wrong with it', async () => {
    await open(plain);
    await press('Poista tili');
    const dialog = document.querySelector('dialog');
    expect(dialog?.textContent).toContain('Poistetaanko tilisi?');
    const field = dialog?.querySelector<HTMLInputElement>('input[name=password]');
    if (field) field.value = 'arvaus';
    dialog?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const first = http.expectOne({ method: 'DELETE', url: '/api/me' });
    expect(first.request.body).toEqual({ password: 'arvaus' });
    first.flush(
      { type: 'urn:luotsi:problem:wrong-password', title: 'Salasana on väärin', status: 403 },
      { status: 403, statusText: 'Forbidden' },
    );
    await settle();
    expect(document.querySelector('dialog')?.textContent).toContain('Salasana on väärin');
    document.querySelector('dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    http
      .expectOne({ method: 'DELETE', url: '/api/me' })
      .flush(waiting, { status: 202, statusText: 'Accepted' });
    await settle();
    expect(document.querySelector('dialog')).toBeNull();
    expect(text()).toContain('Tilisi poistetaan torstaina 11. maaliskuuta');
  });

  it('asks who has no password for none', async () => {
    await open({ ...plain, confirmWith: 'fresh-sign-in' });
    await press('Poista tili');
    expect(document.querySelector('dialog input')).toBeNull();
    await press('Poista viikon kuluttua');
    document.querySelector('dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const [sent] = http.match({ method: 'DELETE', url: '/api/me' });
    expect(sent?.request.body).toEqual({});
  });

  it('says first of all when the account is going, and keeps it with one press', async () => {
    await open({ ...plain, deletion: waiting });
    expect(page.querySelector('.answer')?.textContent).toContain(
      'Siihen asti voit muuttaa mielesi.',
    );
    expect(page.querySelector('h2')?.textContent).toBe('Poista tilisi');
    await press('Pidä tili');
    http
      .expectOne({ method: 'DELETE', url: '/api/me/deletion' })
      .flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(page.querySelector('.answer')?.textContent).toContain('Voit ladata kaiken');
    expect(text()).toContain('Poista tili');
  });
});
