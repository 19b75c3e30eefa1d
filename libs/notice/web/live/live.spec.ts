import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { CurrentPerson } from '@luotsi/identity/web';
import { Language } from '@luotsi/platform/web';
import { noticeTexts } from '../texts';
import { notice, pageProviders, signIn, TestEventSource } from '../fixtures';
import { Bell } from './bell';

describe('the bell', () => {
  async function ring() {
    TestBed.configureTestingModule({ providers: pageProviders() });
    const api = TestBed.inject(HttpTestingController);
    await signIn(api);
    const fixture = TestBed.createComponent(Bell);
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const [stream] = TestEventSource.opened;
    if (!stream) throw new Error('No stream was opened.');
    return { api, fixture, element, stream, link: element.querySelector('a') };
  }
  afterEach(() => jest.useRealTimers());

  it('says how many are unread, and leads to them', async () => {
    const { stream, fixture, link } = await ring();
    expect(link?.getAttribute('aria-label')).toBe('Ilmoitukset');
    stream.tell('unread', { unread: 3 });
    await fixture.whenStable();
    expect(link?.textContent.trim()).toBe('3');
    expect(link?.getAttribute('aria-label')).toBe('Ilmoitukset, 3 lukematonta');
    expect(link?.getAttribute('href')).toBe('/notices');
    stream.tell('unread', { unread: 120 });
    await fixture.whenStable();
    expect(link?.textContent.trim()).toBe('99+');
  });

  it('is there once it has a name, not before', async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    await signIn(TestBed.inject(HttpTestingController));
    const fixture = TestBed.createComponent(Bell);
    const element = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    expect(element.style.visibility).toBe('hidden');
    await TestBed.inject(Language).load(noticeTexts);
    await fixture.whenStable();
    expect(element.style.visibility).toBe('');
    expect(element.querySelector('a')?.getAttribute('aria-label')).toBe('Ilmoitukset');
  });

  it('announces politely what comes, and nothing else', async () => {
    const { stream, fixture, element } = await ring();
    const said = () => element.querySelector('[role=status]')?.textContent.trim();
    stream.tell('unread', { unread: 1 });
    await fixture.whenStable();
    expect(said()).toBe('');
    stream.tell('notice', notice(1));
    await fixture.whenStable();
    expect(said()).toBe('Uusi ilmoitus: Olet mukana: koulutus 1');
  });

  it('comes back to where it was when it is refused, ever later', async () => {
    const { stream } = await ring();
    stream.tell('unread', { unread: 1 }, '7:9:8');
    jest.useFakeTimers();
    stream.refuse();
    jest.advanceTimersByTime(5_000);
    const second = TestEventSource.opened[1];
    expect(new URL(second?.url ?? '', 'http://x').searchParams.get('since')).toBe('7:9:8');
    second?.refuse();
    jest.advanceTimersByTime(9_999);
    expect(TestEventSource.opened).toHaveLength(2);
    jest.advanceTimersByTime(1);
    expect(TestEventSource.opened).toHaveLength(3);
  });

  it('is silent once the person has signed out', async () => {
    const { api, stream, fixture, link } = await ring();
    stream.tell('unread', { unread: 3 });
    const leaving = TestBed.inject(CurrentPerson).signOut();
    api.expectOne('/api/auth/sign-out').flush({ success: true });
    await leaving;
    await fixture.whenStable();
    expect(stream.readyState).toBe(TestEventSource.CLOSED);
    expect(link?.textContent.trim()).toBe('');
  });
});
