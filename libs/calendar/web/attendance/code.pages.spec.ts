import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { calendarProblems, type OwnAttendance } from '@luotsi/calendar/model';
import { describeProblem } from '@luotsi/platform/model';
import { signInAs } from '../fixtures';
import { attendanceProviders, meetingFrom, meetingId, organised, ownIn, SESSION } from './fixtures';
import { OwnAttendance as OwnAttendancePiece } from './own-attendance';

const CODE = `/api/sessions/${SESSION}/meetings/${meetingId(0)}/code`;
const ENTER = `/api/sessions/${SESSION}/meetings/${meetingId(0)}/attendance`;

let api: HttpTestingController;
let harness: RouterTestingHarness;
let page: HTMLElement;

async function settle() {
  harness.detectChanges();
  await new Promise((resolve) => setTimeout(resolve));
  harness.detectChanges();
}

async function open(path: string, role: 'nationalCoordinator' | 'counsellor' | null) {
  TestBed.configureTestingModule({ providers: attendanceProviders() });
  api = TestBed.inject(HttpTestingController);
  await signInAs(api, role);
  harness = await RouterTestingHarness.create(path);
  page = harness.routeNativeElement as HTMLElement;
  await settle();
}

describe('the code on the screen', () => {
  it('is shown with its square, the way to enter it and how many have come', async () => {
    await open(`/organise/sessions/${SESSION}/code`, 'nationalCoordinator');
    api.expectOne(`/api/organised-sessions/${SESSION}`).flush(organised(10));
    await settle();
    // The clock stands still: on a busy machine a second may pass before what is left is shown.
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
    api.expectOne(CODE).flush({
      code: '482913',
      expires: new Date(now + 12_000).toISOString(),
      period: 30,
      url: `https://luotsi.example/sessions/${SESSION}/attend?code=482913`,
      here: 12,
      expected: 18,
    });
    await settle();
    expect(page.querySelector('.code')?.textContent).toContain('482913');
    expect(page.textContent).toContain('luotsi.example/attend');
    expect(page.textContent).toContain('Vaihtuu 12 sekunnin kuluttua');
    clock.mockRestore();
    expect(page.querySelector('.count')?.textContent.trim()).toBe('12/18 paikalla');
  });

  it('says why there is none', async () => {
    await open(`/organise/sessions/${SESSION}/code`, 'nationalCoordinator');
    api.expectOne(`/api/organised-sessions/${SESSION}`).flush(organised(-600));
    await settle();
    const problem = describeProblem(
      'attendance-too-early',
      calendarProblems['attendance-too-early'],
      {},
      'fi',
    );
    api.expectOne(CODE).flush(problem, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.querySelector('lu-problem')?.textContent).toContain('ei voi merkitä vielä');
  });
});

describe('entering the code', () => {
  const list = async (...items: OwnAttendance[]) => {
    api.expectOne('/api/me/attendance').flush({ items });
    await settle();
  };
  const here = ownIn(10, {
    attended: 'attended',
    meetings: [{ ...meetingFrom(0, 10), present: true, source: 'code', history: [] }],
  });
  const heading = () => page.querySelector('lu-page-header')?.textContent;

  it('is done by scanning: the code in the address is sent at once', async () => {
    await open(`/sessions/${SESSION}/attend?m=1&code=482913`, 'counsellor');
    await list(ownIn(10));
    const request = api.expectOne(ENTER);
    expect(request.request.body).toEqual({ code: '482913' });
    request.flush(here);
    await settle();
    expect(heading()).toContain('Olet paikalla.');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('or by typing it at the short address, with a space in the middle', async () => {
    await open('/attend', 'counsellor');
    await list(ownIn(10), ownIn(-9_000, { sessionId: meetingId(7) }));
    expect(page.textContent).toContain('Ohjauksen päivä');
    const field = page.querySelector('input');
    const send = async (code: string) => {
      if (field) field.value = code;
      field?.dispatchEvent(new Event('input'));
      page.querySelector('form')?.dispatchEvent(new Event('submit'));
      await settle();
    };
    await send('12');
    expect(page.textContent).toContain('Kirjoita kuusi numeroa.');
    await send('482 913');
    // The connection breaks: what was typed stays, and the same press sends it again.
    api.expectOne(ENTER).error(new ProgressEvent('error'));
    await settle();
    expect(page.textContent).toContain('Yhteys katkesi');
    expect(field?.value).toBe('482 913');
    // Whoever presses without a code hears of that alone.
    await send('');
    expect(page.textContent).toContain('Kirjoita kuusi numeroa.');
    expect(page.textContent).not.toContain('Yhteys katkesi');
    api.expectNone(ENTER);
    await send('482 913');
    api.expectOne(ENTER).error(new ProgressEvent('error'));
    await settle();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle();
    api.expectOne(ENTER).flush(here);
    await settle();
    expect(heading()).toContain('Olet paikalla.');
  });

  it('says that the code has changed, takes the old one away and lets one type the new', async () => {
    await open(`/sessions/${SESSION}/attend?code=111111`, 'counsellor');
    await list(ownIn(10));
    const name = 'attendance-code-changed';
    const problem = describeProblem(name, calendarProblems[name], {}, 'fi');
    api.expectOne(ENTER).flush(problem, { status: 422, statusText: 'Unprocessable' });
    await settle();
    await settle();
    expect(page.querySelector('lu-problem')?.textContent).toContain('Koodi ehti vaihtua');
    expect(page.querySelector('input')?.value).toBe('');
    expect(TestBed.inject(Router).url).not.toContain('code=');
    api.expectNone(ENTER);
  });

  it('says when it is too early, over, or not one’s own, without a field to type in', async () => {
    for (const [own, words] of [
      [ownIn(-600), 'alkaen'],
      [ownIn(600), 'Tapaaminen on ohi'],
      [ownIn(10, { enrolled: false }), 'Sinulla ei ole paikkaa'],
    ] as const) {
      await open(`/sessions/${SESSION}/attend`, 'counsellor');
      await list(own);
      expect(page.textContent).toContain(words);
      expect(page.querySelector('input')).toBeNull();
      TestBed.resetTestingModule();
    }
  });

  it('asks a visitor to sign in first and come back with the code', async () => {
    await open(`/sessions/${SESSION}/attend?code=482913`, null);
    const { url } = TestBed.inject(Router);
    expect(decodeURIComponent(url)).toContain(`returnTo=/sessions/${SESSION}/attend?code=482913`);
  });
});

describe('one’s own attendance, on the session’s page', () => {
  async function show(own: OwnAttendance): Promise<HTMLElement> {
    TestBed.configureTestingModule({ providers: attendanceProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'counsellor');
    const fixture = TestBed.createComponent(OwnAttendancePiece);
    fixture.componentRef.setInput('sessionId', SESSION);
    fixture.detectChanges();
    api.expectOne(`/api/sessions/${SESSION}/attendance/own`).flush(own);
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('leads to the code while the meeting goes on', async () => {
    const piece = await show(ownIn(10));
    expect(piece.querySelector('a')?.getAttribute('href')).toBe(`/sessions/${SESSION}/attend`);
  });

  it('says where one was, and how it was corrected', async () => {
    const line = { source: 'list', own: false, keptAt: '2027-03-12T07:00:00Z' } as const;
    const piece = await show(
      ownIn(10_000, {
        attended: 'missed',
        meetings: [
          {
            ...meetingFrom(0, 10_000),
            present: false,
            source: 'list',
            history: [
              { ...line, at: '2027-03-12T07:00:00Z', present: false, reason: 'Lähti heti' },
              { ...line, at: '2027-03-11T07:00:00Z', present: true, reason: null },
            ],
          },
        ],
      }),
    );
    expect(piece.textContent).toContain('olit 0/1 tapaamisessa');
    expect(piece.querySelector('details')?.textContent).toContain('järjestäjä – Lähti heti');
  });

  it('is nothing before there is anything to say', async () => {
    expect((await show(ownIn(-9_000))).querySelector('section')).toBeNull();
  });
});
