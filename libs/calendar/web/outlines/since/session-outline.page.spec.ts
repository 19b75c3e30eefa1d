import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { getSessionOutline } from '@luotsi/calendar/model';
import type { Answer } from '@luotsi/platform/model';
import { Language } from '@luotsi/platform/web';
import { organised } from '../../editor/fixtures';
import { answer, answerNames, idOf, pageProviders, signInAs } from '../../fixtures';
import { organiseTexts } from '../../organise/texts';
import { outlineTexts } from '../texts';
import { SessionOutlinePage } from './session-outline.page';

const ID = organised().id;
const fi = (text: string) => ({ fi: text, sv: '', en: '' });
const changed: Answer<typeof getSessionOutline> = {
  outline: {
    id: idOf(50),
    title: fi('Ohjaus verkossa'),
    version: 1,
    latest: 2,
    notes: [{ number: 2, note: fi('Uusi työpaja') }],
  },
  changes: [],
  differences: [
    {
      ...{ type: 'text', part: 'title', yours: fi('Ohjaus'), outline: fi('Ohjaus verkossa') },
      ...{ edited: true, takeable: true },
    },
    {
      ...{ type: 'number', part: 'seats', yours: 20, outline: 30 },
      ...{ edited: false, takeable: true },
    },
  ],
  sessionVersion: 7,
};

describe('the page of a session’s outline', () => {
  let api: HttpTestingController;
  let element: HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
      answerNames(api);
    }
  };
  const read = async (since: Answer<typeof getSessionOutline>, told = 9) => {
    answer(api, `/api/organised-sessions/${ID}`, organised({ outlineId: idOf(50), told }));
    answer(api, `/api/sessions/${ID}/outline`, since);
    await settle();
  };
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'nationalCoordinator');
    await TestBed.inject(Language).load(outlineTexts);
    await TestBed.inject(Language).load(organiseTexts);
    const fixture = TestBed.createComponent(SessionOutlinePage);
    fixture.componentRef.setInput('id', ID);
    fixture.autoDetectChanges();
    element = fixture.nativeElement as HTMLElement;
    await settle();
    await read(changed);
  });

  const choices = () => [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const taking = () => api.expectOne(({ method }) => method === 'POST');

  it('takes over part by part: what was edited stays unless it is chosen', async () => {
    expect(element.textContent).toContain('Uusi työpaja');
    expect(choices().map(({ checked }) => checked)).toEqual([false, true]);
    for (const choice of choices()) choice.click();
    await settle();
    element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle();
    const request = taking();
    expect(request.request.body).toEqual({ latest: 2, sessionVersion: 7, parts: ['title'] });
    request.flush({ id: ID, version: 2, taken: ['title'] });
    await settle();
    const { outline, ...rest } = changed;
    await read({ ...rest, differences: [], outline: outline && { ...outline, version: 2 } });
    expect(choices()).toHaveLength(0);
    expect(element.querySelector('form')).toBeNull();
  });

  it('says that people are told of new times, where there is somebody to tell', async () => {
    const at = (hour: string) => [{ start: `2027-03-11T${hour}:00`, end: '2027-03-11T16:00' }];
    const times = { type: 'times', part: 'times', yours: at('09'), outline: at('10') } as const;
    const differences = [{ ...times, edited: false, takeable: true }];
    for (const told of [9, 0]) {
      [...element.querySelectorAll<HTMLButtonElement>('form button')].at(-1)?.click();
      await settle();
      taking().flush({ id: ID, version: 1, taken: [] });
      await settle();
      await read({ ...changed, differences }, told);
      expect(choices()).toHaveLength(1);
      expect(element.textContent.includes('Ilmoittautuneille kerrotaan uudet ajat.')).toBe(
        told > 0,
      );
    }
  });

  it('keeps the session as it is, and asks no more; what changed meanwhile is shown', async () => {
    const keep = [...element.querySelectorAll<HTMLButtonElement>('form button')].at(-1);
    keep?.click();
    await settle();
    const request = taking();
    expect(request.request.body).toEqual({ latest: 2, sessionVersion: 7, parts: [] });
    request.flush(
      { type: 'urn:luotsi:problem:edited-meanwhile', title: 'Muuttunut', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    await read({ ...changed, sessionVersion: 8 });
    expect(element.querySelector('lu-problem')?.textContent).toContain('Muuttunut');
    keep?.click();
    await settle();
    expect(taking().request.body).toMatchObject({ sessionVersion: 8 });
  });
});
