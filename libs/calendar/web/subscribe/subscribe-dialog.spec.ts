import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Confirm } from '@luotsi/platform/web';
import { noFilters } from '../agenda/agenda-filters';
import { answerNames, pageProviders, signInAs } from '../fixtures';
import { SubscribeDialog } from './subscribe-dialog';

const feed = (secret: string) => ({
  url: `https://luotsi.example/feeds/personal/${secret}.ics`,
  webcalUrl: `webcal://luotsi.example/feeds/personal/${secret}.ics`,
});

describe('subscribing', () => {
  let api: HttpTestingController;
  let fixture: ComponentFixture<SubscribeDialog>;
  let element: HTMLElement;

  async function open(own: boolean) {
    // jsdom has no modal dialogs.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, own ? 'counsellor' : null);
    fixture = TestBed.createComponent(SubscribeDialog);
    fixture.componentRef.setInput('filters', { ...noFilters, region: ['19'], q: 'laatu' });
    fixture.componentRef.setInput('own', own);
    element = fixture.nativeElement as HTMLElement;
    await settle();
    answerNames(api);
    await settle();
  }

  async function settle() {
    for (let turn = 0; turn < 3; turn++) {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    fixture.detectChanges();
  }

  const address = () => element.querySelector<HTMLInputElement>('#lu-feed-address')?.value;

  it('offers the filtered public feed, and says what is not part of it', async () => {
    await open(false);
    expect(element.querySelector('dialog')?.open).toBe(true);
    expect(element.querySelector('.content')?.textContent).toMatch(
      /Koulutukset · Lapissa\s+Hakusana/,
    );
    expect(address()).toBe('http://localhost/feeds/calendar.ics?region=19&lang=fi');
    expect(element.querySelector('a')?.getAttribute('href')).toMatch(/^webcal:\/\/localhost/);
    expect(element.textContent).toContain('kokeiluympäristö');
    expect(element.querySelector('fieldset')).toBeNull();
    expect(element.querySelectorAll('details')).toHaveLength(4);
    for (let turn = 0; turn < 20 && !element.querySelector('lu-qr-code svg'); turn++)
      await settle();
    expect(element.querySelector('lu-qr-code path')?.getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
  });

  it('says that the address was copied, or how to copy it', async () => {
    await open(false);
    const copy = [...element.querySelectorAll<HTMLButtonElement>('.address button')][0];
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve((copied = text)) },
    });
    copy?.click();
    await settle();
    expect(copied).toBe(address());
    expect(element.querySelector('[role=status]')?.textContent).toContain('Osoite on kopioitu.');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('denied')) },
    });
    copy?.click();
    await settle();
    expect(element.querySelector('[role=status]')?.textContent).toContain('Ctrl');
  });

  it('renews one’s own address once it has said what stops', async () => {
    await open(true);
    api.expectOne('/api/me/feed').flush(feed('old'));
    await settle();
    expect(address()).toBe(feed('old').url);
    const questions: string[] = [];
    TestBed.inject(Confirm).ask = ({ text }) => {
      questions.push(text);
      return Promise.resolve(true);
    };
    element.querySelector<HTMLButtonElement>('.renew button')?.click();
    await settle();
    expect(questions[0]).toContain('Vanha osoite lakkaa toimimasta heti.');
    api.expectOne('/api/me/feed/renewal').flush(feed('new'));
    await settle();
    expect(address()).toBe(feed('new').url);
    expect(element.querySelector('.renew')?.textContent).toContain('Osoite on vaihdettu.');
  });
});
