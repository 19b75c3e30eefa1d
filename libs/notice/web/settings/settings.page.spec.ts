import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { NoticeSettings } from '@luotsi/notice/model';
import { pageProviders, signIn } from '../fixtures';

const same = (text: string) => ({ fi: text, sv: text, en: text });
const settings: NoticeSettings = {
  kinds: [
    { kind: 'confirmed', name: same('Vahvistus'), owed: null, app: true, mail: true },
    {
      kind: 'cancelled',
      name: same('Peruutus'),
      owed: same('Kerromme aina.'),
      app: true,
      mail: true,
    },
  ],
  bundleAt: null,
  quiet: null,
};

describe('the settings of notices', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  async function open(given: Partial<NoticeSettings> = {}) {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signIn(api);
    harness = await RouterTestingHarness.create('/account/notices');
    page = harness.routeNativeElement as HTMLElement;
    await settle();
    api.expectOne('/api/me/notice-settings').flush({ ...settings, ...given });
    await settle();
  }
  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }
  const kept = async (body: unknown) => {
    const put = api.expectOne({ method: 'PUT', url: '/api/me/notice-settings' });
    expect(put.request.body).toEqual(body);
    put.flush(settings);
    await settle();
  };
  const box = (label: string) =>
    [...page.querySelectorAll('label')]
      .find(({ textContent }) => textContent.trim() === label)
      ?.querySelector('input');

  it('keep each choice as it is made', async () => {
    await open();
    box('Sähköpostilla')?.click();
    await settle();
    await kept({ kinds: [{ kind: 'confirmed', app: true, mail: false }] });
    expect(box('Sähköpostilla')?.checked).toBe(false);
  });

  it('have no choice where a notice is owed, and say why', async () => {
    await open();
    const owed = page.querySelector('[aria-labelledby=lu-kind-cancelled]');
    expect(owed?.querySelectorAll('input')).toHaveLength(0);
    expect(owed?.textContent).toContain('Kerromme aina.');
    expect(owed?.textContent).toContain('Aina, Luotsissa ja sähköpostilla');
  });

  it('offer a time for the daily bundle, and quiet hours', async () => {
    await open();
    expect(page.querySelectorAll('select')).toHaveLength(0);
    box('Kerran päivässä, kaikki yhdessä viestissä')?.click();
    await settle();
    await kept({ bundleAt: '16:00' });
    const time = page.querySelector('select');
    expect(time?.selectedOptions[0]?.textContent.trim()).toBe('16.00');
    if (time) time.value = '07:30';
    time?.dispatchEvent(new Event('change'));
    await settle();
    await kept({ bundleAt: '07:30' });
    box('Ei sähköpostia hiljaisina tunteina')?.click();
    await settle();
    await kept({ quiet: { from: '21:00', until: '07:00' } });
    expect(page.querySelectorAll('select')).toHaveLength(3);
    box('Heti, kun jotain tapahtuu')?.click();
    await settle();
    await kept({ bundleAt: null });
  });

  it('show a time that somebody has set to the minute', async () => {
    await open({ bundleAt: '16:05' });
    expect(page.querySelector('select')?.selectedOptions[0]?.textContent.trim()).toBe('16.05');
  });

  it('take back what is refused, and say why', async () => {
    await open();
    box('Luotsissa')?.click();
    await settle();
    api
      .expectOne({ method: 'PUT', url: '/api/me/notice-settings' })
      .flush(
        { type: 'urn:luotsi:problem:notice-owed', title: 'Ei voi kytkeä pois', status: 422 },
        { status: 422, statusText: '' },
      );
    await settle();
    api.expectOne({ method: 'GET', url: '/api/me/notice-settings' }).flush(settings);
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Ei voi kytkeä pois');
    expect(box('Luotsissa')?.checked).toBe(true);
  });
});
