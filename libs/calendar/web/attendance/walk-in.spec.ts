import { TestBed } from '@angular/core/testing';
import { Notices } from '@luotsi/platform/web';
import { attendanceListPage, LIST, MARKS, names } from './attendance-list.fixtures';
import { listOf, noted, personId, SESSION } from './fixtures';

describe('someone who came without a seat', () => {
  const list = attendanceListPage();
  const { open, settle, sent, bodyOf } = list;
  beforeEach(() => localStorage.clear());

  it('notes someone without a seat with a reason once the meeting is over', async () => {
    await open(listOf(names, { ago: 300 }), 300);
    const [why, who] = list.page.querySelectorAll<HTMLInputElement>('lu-walk-in input');
    const type = async (field: HTMLInputElement | undefined, text: string) => {
      if (field) field.value = text;
      field?.dispatchEvent(new Event('input'));
      await settle();
    };
    await type(who, 'Uu');
    const person = { id: personId(7), name: 'Uuno Uusi', email: 'uuno@luotsi.example' };
    list.api
      .expectOne(`/api/sessions/${SESSION}/candidates?q=Uu`)
      .flush({ items: [{ person, region: null, status: null, overlaps: false }] });
    await settle();
    const pick = async () => {
      list.page.querySelector<HTMLButtonElement>('.candidate')?.click();
      await settle();
    };
    await pick();
    expect(list.page.querySelector('lu-walk-in')?.textContent).toContain('Kirjoita, miten hän oli');
    await type(why, 'Nimi paperilistalla');
    await pick();
    const request = list.api.expectOne(`${MARKS.replace('attendance', 'walk-ins')}`);
    expect(request.request.body).toEqual({ person: person.id, reason: 'Nimi paperilistalla' });
    request.flush({ person: { id: person.id, name: person.name }, attendance: noted({}) });
    await settle();
    list.api.expectOne(LIST).flush(listOf([...names, 'Uuno Uusi']));
    expect(TestBed.inject(Notices).current()?.text).toBe('Hänet merkittiin paikalla olleeksi.');
  });

  it('takes in someone who came without having enrolled, and says so when there is no seat', async () => {
    await open();
    const find = async () => {
      const who = list.page.querySelector<HTMLInputElement>('lu-walk-in input');
      if (who) who.value = 'Uu';
      who?.dispatchEvent(new Event('input'));
      await settle();
      const person = { id: personId(7), name: 'Uuno Uusi', email: 'uuno@luotsi.example' };
      list.api
        .expectOne(`/api/sessions/${SESSION}/candidates?q=Uu`)
        .flush({ items: [{ person, region: null, status: null, overlaps: false }] });
      await settle();
      list.page.querySelector<HTMLButtonElement>('.candidate')?.click();
      await settle();
      return person;
    };
    const add = async (outcome: object) => {
      const { id, name } = await find();
      const request = list.api.expectOne(`/api/sessions/${SESSION}/enrolments`);
      expect(request.request.body).toMatchObject({ person: id });
      const item = { id: SESSION, person: { id, name }, changed: true, ...outcome };
      request.flush({ items: [item] }, { status: 201, statusText: 'Created' });
      await settle();
    };
    await add({ status: 'waitlisted', position: 3 });
    expect(list.page.querySelector('lu-walk-in [role=alert]')?.textContent).toContain(
      'jonossa, sija 3',
    );
    expect(sent()).toEqual([]);
    await add({ status: 'confirmed' });
    expect(bodyOf(sent()[0]).marks[0]).toMatchObject({ person: personId(7), present: true });
    list.api.expectOne(LIST).flush(listOf([...names, 'Uuno Uusi']));
  });
});
