import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AttendanceList, MeetingAttendance } from '@luotsi/calendar/model';
import { describeProblem } from '@luotsi/platform/model';
import { Notices } from '@luotsi/platform/web';
import { idOf, signInAs } from '../fixtures';
import {
  attendanceProviders,
  listOf,
  meetingId,
  noted,
  organised,
  personId,
  SESSION,
} from './fixtures';

const LIST = `/api/sessions/${SESSION}/attendance`;
const MARKS = `/api/sessions/${SESSION}/meetings/${meetingId(0)}/attendance`;
const KEPT = `luotsi_own/${idOf(9)}/attendance/${SESSION}`;
const names = ['Aino Mäki', 'Börje Å', 'Mari Virtanen'];

interface Sent {
  readonly marks: readonly {
    person: string;
    present: boolean | null;
    reason?: string;
    press?: string;
    ago: number;
  }[];
}

describe('the attendance list in the room', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;
  beforeEach(() => localStorage.clear());

  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }

  async function open(list: AttendanceList = listOf(names), ago = 10) {
    TestBed.configureTestingModule({ providers: attendanceProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'nationalCoordinator');
    harness = await RouterTestingHarness.create(`/organise/sessions/${SESSION}/attendance`);
    page = harness.routeNativeElement as HTMLElement;
    await settle();
    api.expectOne(`/api/organised-sessions/${SESSION}`).flush(organised(ago));
    await settle();
    api.expectOne(LIST).flush(list);
    await settle();
  }

  const count = () => page.querySelector('.count')?.textContent.replace(/\s+/g, ' ').trim();
  const rows = () => [...page.querySelectorAll<HTMLElement>('.person')];
  const row = (name: string) => rows().find((one) => one.textContent.includes(name));
  const tap = async (name: string) => {
    row(name)?.click();
    await settle();
  };
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(word));
  const sent = () => api.match((request) => request.method === 'PUT' && request.url === MARKS);
  const bodyOf = (request: TestRequest | undefined) => request?.request.body as Sent;
  const undo = async () => {
    TestBed.inject(Notices).current()?.undo?.();
    await settle();
  };
  const answer = async (request: TestRequest | undefined, attendance: MeetingAttendance) => {
    request?.flush({ attendance, refused: [] });
    await settle();
  };

  it('says first how many are here; a tap is here, another is not', async () => {
    await open();
    expect(count()).toBe('0/3 paikalla');
    await tap('Aino');
    expect(count()).toBe('1/3 paikalla');
    expect(row('Aino')?.getAttribute('aria-pressed')).toBe('true');
    const [first] = sent();
    expect(bodyOf(first).marks).toEqual([
      { person: personId(0), present: true, reason: null, ago: expect.any(Number) },
    ]);
    await tap('Aino');
    expect(row('Aino')?.textContent).toContain('ei paikalla');
    await answer(first, noted({ 0: true }));
    const [second] = sent();
    expect(bodyOf(second).marks[0]?.present).toBe(false);
    await answer(second, noted({ 0: false }));
    expect([count(), localStorage.getItem(KEPT)]).toEqual(['0/3 paikalla', null]);
  });

  it('loses nothing without a connection: it says so, keeps, and sends everything later', async () => {
    await open();
    await tap('Aino');
    sent()[0]?.error(new ProgressEvent('error'));
    await settle();
    await tap('Mari');
    expect(page.querySelector('.waiting')?.textContent).toContain('2 merkintää odottaa yhteyttä');
    expect(count()).toBe('2/3 paikalla');
    expect(JSON.parse(localStorage.getItem(KEPT) ?? '[]')).toHaveLength(2);
    // The phone is put away; hours later the page is opened anew.
    api.match(() => true);
    harness.fixture.destroy();
    TestBed.resetTestingModule();
    await open();
    const [all] = sent();
    const { marks } = bodyOf(all);
    expect(marks.map(({ person }) => person)).toEqual([personId(0), personId(2)]);
    expect(marks.every(({ ago }) => ago > 0)).toBe(true);
    await answer(all, noted({ 0: true, 1: true, 2: true }));
    // What a colleague has noted meanwhile is there, too.
    expect(count()).toBe('3/3 paikalla');
    expect(page.querySelector('.waiting')).toBeNull();
    expect(localStorage.getItem(KEPT)).toBeNull();
  });

  it('goes on sending by itself when the connection is back', async () => {
    await open();
    await tap('Aino');
    sent()[0]?.error(new ProgressEvent('error'));
    await settle();
    window.dispatchEvent(new Event('online'));
    await settle();
    await answer(sent()[0], noted({ 0: true }));
    expect(page.querySelector('.waiting')).toBeNull();
  });

  it('says whose mark was not kept, and why', async () => {
    await open();
    await tap('Börje');
    sent()[0]?.flush({
      attendance: noted({}),
      refused: [{ person: personId(1), why: 'attendance-not-enrolled' }],
    });
    await settle();
    expect(page.querySelector('.unkept')?.textContent).toContain(
      'Börje Å: merkintä ei tallentunut',
    );
    expect(count()).toBe('0/3 paikalla');
  });

  it('tells what the service says when nothing is kept', async () => {
    await open();
    await tap('Börje');
    const same = (text: string) => ({ fi: text, sv: text, en: text });
    const kind = { status: 409, title: same('Ei pidetä'), detail: same('Peruttu.') };
    sent()[0]?.flush(describeProblem('meeting-off', kind, {}, 'fi'), {
      status: 409,
      statusText: 'Conflict',
    });
    await settle();
    expect(page.querySelector('lu-problem')?.textContent).toContain('Ei pidetä');
    expect(count()).toBe('0/3 paikalla');
  });

  it('marks everyone who is not marked yet, and takes it back', async () => {
    await open(listOf(names, { attendance: noted({ 1: false }) }));
    button('Loput 2 ovat paikalla')?.click();
    await settle();
    expect(count()).toBe('2/3 paikalla');
    const [all] = sent();
    expect(bodyOf(all).marks.map(({ person }) => person)).toEqual([personId(0), personId(2)]);
    await answer(all, noted({ 0: true, 1: false, 2: true }));
    await undo();
    const [back] = sent();
    expect(row('Aino')?.textContent).toContain('ei merkitty');
    // What is undone is what that press said, of nobody else.
    expect(bodyOf(back).marks).toEqual(
      bodyOf(all).marks.map((mark) => ({ ...mark, present: null, ago: expect.any(Number) })),
    );
    expect(bodyOf(all).marks[0]?.press).toEqual(expect.any(String));
    expect(count()).toBe('0/3 paikalla');
    await answer(back, noted({ 1: false }));
    expect(row('Mari')?.textContent).toContain('ei merkitty');
  });

  it('undoes after the meeting without asking why; who was marked since stays, and it is said', async () => {
    await open(listOf(names, { ago: 600 }), 600);
    button('Kaikki ovat paikalla')?.click();
    await settle();
    await answer(sent()[0], noted({ 0: true, 1: false, 2: true }));
    await undo();
    const [back] = sent();
    expect(bodyOf(back).marks.map(({ person, reason }) => [person, reason])).toEqual([
      [personId(0), null],
      [personId(2), null],
    ]);
    back?.flush({
      attendance: noted({ 1: false, 2: true }),
      refused: [{ person: personId(2), why: 'attendance-noted-since' }],
    });
    await settle();
    expect(page.querySelector('.unkept')?.textContent).toContain('Mari Virtanen: merkintä jäi');
    expect([row('Aino'), row('Börje'), row('Mari')].map((one) => one?.className)).toEqual([
      'person',
      'person away',
      'person here',
    ]);
  });

  it('finds by a few letters, whatever their marks; the tap empties the field', async () => {
    await open();
    const field = page.querySelector<HTMLInputElement>('#lu-attendance-find');
    const type = async (letters: string) => {
      if (field) field.value = letters;
      field?.dispatchEvent(new Event('input'));
      await settle();
    };
    await type('maki');
    expect(rows().map((one) => one.querySelector('.name')?.textContent)).toEqual(['Aino Mäki']);
    await type('zzz');
    expect(page.textContent).toContain('Nimeä ”zzz” ei ole listalla');
    await type('m vir');
    await tap('Mari');
    expect(rows()).toHaveLength(3);
  });

  it('asks why once the meeting is over, and shows how the mark came to be', async () => {
    await open(listOf(names, { ago: 600, attendance: noted({ 0: true }) }), 600);
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    await tap('Aino');
    expect(sent()).toEqual([]);
    api.expectOne(`${MARKS}/${personId(0)}`).flush({
      lines: [
        {
          at: '2027-03-11T07:00:00Z',
          keptAt: '2027-03-11T16:00:00Z',
          present: true,
          source: 'list',
          reason: null,
          by: 'Kouluttaja',
        },
      ],
    });
    await settle();
    const dialog = page.querySelector('dialog');
    expect(dialog?.textContent).toContain('Kouluttaja');
    expect(dialog?.textContent).toContain('Lähetetty to 11.3.2027 klo 18.00');
    const send = () => dialog?.querySelector('form')?.dispatchEvent(new Event('submit'));
    send();
    await settle();
    expect(dialog?.textContent).toContain('Kirjoita perustelu.');
    const reason = dialog?.querySelector('input');
    if (reason) reason.value = 'Lähti heti';
    send();
    await settle();
    expect(bodyOf(sent()[0]).marks[0]).toMatchObject({ present: false, reason: 'Lähti heti' });
    expect(page.querySelector('dialog')).toBeNull();
    // Nobody had noted her: a tap will do.
    await tap('Mari');
    expect(row('Mari')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('notes someone without a seat with a reason once the meeting is over', async () => {
    await open(listOf(names, { ago: 300 }), 300);
    const [why, who] = page.querySelectorAll<HTMLInputElement>('lu-walk-in input');
    const type = async (field: HTMLInputElement | undefined, text: string) => {
      if (field) field.value = text;
      field?.dispatchEvent(new Event('input'));
      await settle();
    };
    await type(who, 'Uu');
    const person = { id: personId(7), name: 'Uuno Uusi', email: 'uuno@luotsi.example' };
    api
      .expectOne(`/api/sessions/${SESSION}/candidates?q=Uu`)
      .flush({ items: [{ person, region: null, status: null, overlaps: false }] });
    await settle();
    const pick = async () => {
      page.querySelector<HTMLButtonElement>('.candidate')?.click();
      await settle();
    };
    await pick();
    expect(page.querySelector('lu-walk-in')?.textContent).toContain('Kirjoita, miten hän oli');
    await type(why, 'Nimi paperilistalla');
    await pick();
    const request = api.expectOne(`${MARKS.replace('attendance', 'walk-ins')}`);
    expect(request.request.body).toEqual({ person: person.id, reason: 'Nimi paperilistalla' });
    request.flush({ person: { id: person.id, name: person.name }, attendance: noted({}) });
    await settle();
    api.expectOne(LIST).flush(listOf([...names, 'Uuno Uusi']));
    expect(TestBed.inject(Notices).current()?.text).toBe('Hänet merkittiin paikalla olleeksi.');
  });

  it('takes in someone who came without having enrolled, and says so when there is no seat', async () => {
    await open();
    const find = async () => {
      const who = page.querySelector<HTMLInputElement>('lu-walk-in input');
      if (who) who.value = 'Uu';
      who?.dispatchEvent(new Event('input'));
      await settle();
      const person = { id: personId(7), name: 'Uuno Uusi', email: 'uuno@luotsi.example' };
      api
        .expectOne(`/api/sessions/${SESSION}/candidates?q=Uu`)
        .flush({ items: [{ person, region: null, status: null, overlaps: false }] });
      await settle();
      page.querySelector<HTMLButtonElement>('.candidate')?.click();
      await settle();
      return person;
    };
    const add = async (outcome: object) => {
      const { id, name } = await find();
      const request = api.expectOne(`/api/sessions/${SESSION}/enrolments`);
      expect(request.request.body).toMatchObject({ person: id });
      const item = { id: SESSION, person: { id, name }, changed: true, ...outcome };
      request.flush({ items: [item] }, { status: 201, statusText: 'Created' });
      await settle();
    };
    await add({ status: 'waitlisted', position: 3 });
    expect(page.querySelector('lu-walk-in [role=alert]')?.textContent).toContain('jonossa, sija 3');
    expect(sent()).toEqual([]);
    await add({ status: 'confirmed' });
    expect(bodyOf(sent()[0]).marks[0]).toMatchObject({ person: personId(7), present: true });
    api.expectOne(LIST).flush(listOf([...names, 'Uuno Uusi']));
  });

  it('waits for an hour before the meeting: names and the sheet to print, nothing to tap', async () => {
    await open(listOf(names, { ago: -120 }), -120);
    expect(page.textContent).toContain('Läsnäolon voi merkitä');
    expect(rows().map(({ tagName }) => tagName)).toEqual(['P', 'P', 'P']);
    expect(page.querySelector('a[target=_blank]')?.getAttribute('href')).toBe(
      `/api/sessions/${SESSION}/sign-in-sheet.pdf?meeting=${meetingId(0)}`,
    );
  });
});
