import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { describeProblem } from '@luotsi/platform/model';
import { idOf } from '../fixtures';
import { attendanceListPage, MARKS, names } from './attendance-list.fixtures';
import { listOf, meetingId, noted, personId, SESSION } from './fixtures';

const KEPT = `luotsi_own/${idOf(9)}/attendance/${SESSION}`;

describe('the attendance list in the room', () => {
  const list = attendanceListPage();
  const { open, settle, count, rows, row, tap, button, sent, bodyOf, undo, answer } = list;
  beforeEach(() => localStorage.clear());

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
    expect(list.page.querySelector('.waiting')?.textContent).toContain(
      '2 merkintää odottaa yhteyttä',
    );
    expect(count()).toBe('2/3 paikalla');
    expect(JSON.parse(localStorage.getItem(KEPT) ?? '[]')).toHaveLength(2);
    // The phone is put away; hours later the page is opened anew.
    list.api.match(() => true);
    list.harness.fixture.destroy();
    TestBed.resetTestingModule();
    await open();
    const [all] = sent();
    const { marks } = bodyOf(all);
    expect(marks.map(({ person }) => person)).toEqual([personId(0), personId(2)]);
    expect(marks.every(({ ago }) => ago > 0)).toBe(true);
    await answer(all, noted({ 0: true, 1: true, 2: true }));
    // What a colleague has noted meanwhile is there, too.
    expect(count()).toBe('3/3 paikalla');
    expect(list.page.querySelector('.waiting')).toBeNull();
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
    expect(list.page.querySelector('.waiting')).toBeNull();
  });

  it('is soon at it again when the first try after the connection is back fails', async () => {
    await open();
    const timers = jest.spyOn(globalThis, 'setTimeout');
    for (const name of ['Aino', 'Mari', 'Aino', 'Mari']) {
      await tap(name);
      sent()[0]?.error(new ProgressEvent('error'));
      await settle();
    }
    window.dispatchEvent(new Event('online'));
    await settle();
    timers.mockClear();
    sent()[0]?.flush('busy', { status: 503, statusText: 'Busy' });
    await settle();
    expect(timers.mock.calls.map(([, wait]) => wait)).toContain(1_000);
    timers.mockRestore();
  });

  it('says whose mark was not kept, and why', async () => {
    await open();
    await tap('Börje');
    sent()[0]?.flush({
      attendance: noted({}),
      refused: [{ person: personId(1), why: 'attendance-not-enrolled' }],
    });
    await settle();
    expect(list.page.querySelector('.unkept')?.textContent).toContain(
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
    expect(list.page.querySelector('lu-problem')?.textContent).toContain('Ei pidetä');
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
    expect(list.page.querySelector('.unkept')?.textContent).toContain(
      'Mari Virtanen: merkintä jäi',
    );
    expect([row('Aino'), row('Börje'), row('Mari')].map((one) => one?.className)).toEqual([
      'person',
      'person away',
      'person here',
    ]);
  });

  it('finds by a few letters, whatever their marks; the tap empties the field', async () => {
    await open();
    const field = list.page.querySelector<HTMLInputElement>('#lu-attendance-find');
    const type = async (letters: string) => {
      if (field) field.value = letters;
      field?.dispatchEvent(new Event('input'));
      await settle();
    };
    await type('maki');
    expect(rows().map((one) => one.querySelector('.name')?.textContent)).toEqual(['Aino Mäki']);
    await type('zzz');
    expect(list.page.textContent).toContain('Nimeä ”zzz” ei ole listalla');
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
    list.api.expectOne(`${MARKS}/${personId(0)}`).flush({
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
    const dialog = list.page.querySelector('dialog');
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
    expect(list.page.querySelector('dialog')).toBeNull();
    // Nobody had noted her: a tap will do.
    await tap('Mari');
    expect(row('Mari')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('waits for an hour before the meeting: names and the sheet to print, nothing to tap', async () => {
    await open(listOf(names, { ago: -120 }), -120);
    expect(list.page.textContent).toContain('Läsnäolon voi merkitä');
    expect(rows().map(({ tagName }) => tagName)).toEqual(['P', 'P', 'P']);
    expect(list.page.querySelector('a[target=_blank]')?.getAttribute('href')).toBe(
      `/api/sessions/${SESSION}/sign-in-sheet.pdf?meeting=${meetingId(0)}`,
    );
  });
});
