import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { samplePerson } from '@luotsi/identity/model';
import {
  Connection,
  Language,
  PageHeader,
  provideApiClient,
  provideLanguage,
} from '@luotsi/platform/web';
import { Shell } from './shell';

@Component({
  selector: 'lu-here',
  imports: [PageHeader],
  template: `<lu-page-header heading="Täällä" />`,
})
class HerePage {}

@Component({
  selector: 'lu-there',
  imports: [PageHeader],
  template: `<lu-page-header heading="Tuolla" />`,
})
class TherePage {}

const aino = { ...samplePerson, name: 'Aino Salmela' };

async function setUp(person: typeof aino | null) {
  // jsdom has no popovers.
  HTMLElement.prototype.hidePopover = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: '', component: HerePage },
        { path: 'there', component: TherePage },
      ]),
    ],
  });
  await TestBed.inject(Language).choose('fi');
  const fixture = TestBed.createComponent(Shell);
  document.body.append(fixture.nativeElement as Node);
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  http.expectOne('/api/auth/session').flush({ person });
  http.expectOne('/api/service').flush({ demonstration: true });
  await TestBed.inject(Router).navigateByUrl('/');
  await fixture.whenStable();
  return { fixture, http, element: fixture.nativeElement as HTMLElement };
}

describe('the frame', () => {
  it('tells on every page who is leaving until when, with a way to stay', async () => {
    const leaving = { ...aino, deletionDueAt: '2027-03-11T10:00:00.000Z' };
    const { element, http, fixture } = await setUp(leaving);
    const line = async () => {
      for (let turn = 0; turn < 6; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve));
        await fixture.whenStable();
      }
      return element.querySelector('lu-leaving-line')?.textContent.replace(/\s+/g, ' ').trim();
    };
    expect(await line()).toContain(
      'Tilisi poistetaan torstaina 11. maaliskuuta 2027. Siihen asti voit muuttaa mielesi.',
    );
    await TestBed.inject(Router).navigateByUrl('/there');
    expect(await line()).toContain('Tilisi poistetaan');
    element.querySelector<HTMLElement>('lu-leaving-line button')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/me/deletion' }).flush(null);
    await line();
    http.expectOne('/api/auth/session').flush({ person: aino });
    expect(await line()).toBe('');
  });

  it('has no such line for anybody else', async () => {
    const { element } = await setUp(aino);
    expect(element.querySelector('lu-leaving-line')).toBeNull();
  });

  it('says that the people are made up where the service says so', async () => {
    const { element } = await setUp(null);
    expect(element.querySelector('footer')?.textContent).toContain('keksittyjä');
  });

  it('has a bell for whoever is signed in, and fetches none for a visitor', async () => {
    const bell = ({ element }: { element: HTMLElement }) => element.querySelector('lu-bell a');
    const signedIn = await setUp(aino);
    for (let turn = 0; !bell(signedIn) && turn < 100; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await signedIn.fixture.whenStable();
    }
    expect(bell(signedIn)?.getAttribute('aria-label')).toBe('Ilmoitukset');
    TestBed.resetTestingModule();
    expect((await setUp(null)).element.querySelector('.bell')).toBeNull();
  });

  it('changes the language in place', async () => {
    const { element, fixture } = await setUp(null);
    element.querySelector<HTMLElement>('lu-language-switch [lang=sv]')?.click();
    await fixture.whenStable();
    expect(element.querySelector('lu-head')?.textContent).toContain('Självvärdering');
    expect(document.documentElement.lang).toBe('sv');
    expect(document.title).toBe('Täällä – Lotsen');
  });

  it('keeps a language chosen by someone signed in for their account', async () => {
    const { element, http, fixture } = await setUp(aino);
    element.querySelector<HTMLElement>('lu-language-switch [lang=en]')?.click();
    await fixture.whenStable();
    const kept = http.expectOne({ method: 'PATCH', url: '/api/me' });
    expect(kept.request.body).toEqual({ language: 'en' });
  });

  it('puts focus on the heading of a page that one goes to, not when only a filter changes', async () => {
    const { fixture } = await setUp(null);
    await TestBed.inject(Router).navigateByUrl('/there');
    await fixture.whenStable();
    expect(document.activeElement?.textContent).toBe('Tuolla');
    (document.activeElement as HTMLElement).blur();
    await TestBed.inject(Router).navigateByUrl('/there?region=19');
    await fixture.whenStable();
    expect(document.activeElement).toBe(document.body);
  });

  it('offers to sign in and come back, when a sign-in ends in the middle of work', async () => {
    const { element, fixture, http } = await setUp(aino);
    await TestBed.inject(Router).navigateByUrl('/there');
    TestBed.inject(Connection).note(401);
    await fixture.whenStable();
    const banner = element.querySelector('lu-connection-banner');
    const link = banner?.querySelector('a');
    expect(link?.getAttribute('href')).toBe('/sign-in?returnTo=%2Fthere');
    // It opens another tab: this page and what is written on it stay.
    document.addEventListener('click', (click) => click.preventDefault(), { once: true });
    link?.click();
    await fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/there');
    window.dispatchEvent(new Event('focus'));
    http.expectOne('/api/auth/session').flush({ person: aino });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(banner?.textContent?.trim()).toBe('');
  });

  it('says when the connection is lost', async () => {
    const { element, fixture } = await setUp(null);
    TestBed.inject(Connection).note(0);
    await fixture.whenStable();
    expect(element.querySelector('lu-connection-banner')?.textContent).toContain('Yhteys');
  });
});
