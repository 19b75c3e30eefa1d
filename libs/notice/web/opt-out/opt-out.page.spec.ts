import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { Language } from '@luotsi/platform/web';
import { pageProviders } from '../fixtures';

const kinds = [{ kind: 'confirmed', name: { fi: 'Vahvistus', sv: 'B', en: 'C' } }];

describe('the way out of a letter', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await TestBed.inject(Language).choose('fi');
    harness = await RouterTestingHarness.create('/unsubscribe?token=a.b');
    page = harness.routeNativeElement as HTMLElement;
    await settle();
  });
  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }
  const asked = () => api.expectOne('/api/mail-choice?token=a.b');
  const heading = () => page.querySelector('h1')?.textContent;

  it('asks before it stops anything, and takes it back', async () => {
    asked().flush({ kinds, mail: true });
    await settle();
    expect(heading()).toBe('Lopetetaanko nämä viestit?');
    expect(page.textContent).toContain('Vahvistus');
    for (const [mail, said] of [
      [false, 'Viestit on lopetettu'],
      [true, 'Saat viestit taas'],
    ] as const) {
      page.querySelector<HTMLElement>('button')?.click();
      await settle();
      const change = api.expectOne({ method: 'PUT', url: '/api/mail-choice' });
      expect(change.request.body).toEqual({ token: 'a.b', mail });
      change.flush({ kinds, mail });
      await settle();
      expect(heading()).toBe(said);
      expect(page.querySelector('[role=status]')?.textContent).toBe(said);
    }
    expect(page.querySelector('button')).toBeNull();
  });

  it('says of what is owed that it always comes', async () => {
    asked().flush({ kinds: [], mail: false });
    await settle();
    expect(heading()).toBe('Nämä viestit tulevat aina');
  });

  it('says when the link isn’t whole, and leads to the settings', async () => {
    asked().flush(
      { type: 'urn:luotsi:problem:opt-out-unknown', title: 'Linkki ei kelpaa', status: 404 },
      { status: 404, statusText: '' },
    );
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Linkki ei kelpaa');
    expect(page.querySelector('a[href="/account/notices"]')).not.toBeNull();
  });
});
