import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { emptyOutline, type Outline } from '@luotsi/calendar/model';
import { Language } from '@luotsi/platform/web';
import { answer, answerNames, idOf, pageProviders, signInAs } from '../fixtures';
import { OutlineEditPage } from './edit/outline-edit.page';
import { OutlinePage } from './page/outline.page';
import { outlineTexts } from './texts';

const fi = (text: string) => ({ fi: text, sv: '', en: '' });
const noText = fi('');
const content = {
  ...emptyOutline,
  title: fi('Ohjaus verkossa'),
  slots: [
    { id: idOf(1), day: 1, start: '09:00', end: '11:00', title: fi('Aloitus'), text: noText },
    { id: idOf(2), day: 2, start: '12:00', end: '14:00', title: fi('Purku'), text: noText },
  ],
};
const outline: Outline = {
  id: idOf(50),
  published: { number: 2, at: '2026-11-01T08:00:00Z', content },
  draft: { version: 3, changedAt: '2026-11-02T08:00:00Z', content: { ...content, seats: 30 } },
  changed: true,
  author: null,
  asked: null,
  versions: [{ number: 2, at: '2026-11-01T08:00:00Z', note: noText }],
  uses: [],
  rating: { average: 4.3, answers: 12 },
  mayWrite: true,
  mayPublish: true,
};

describe('the pages of outlines', () => {
  let api: HttpTestingController;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'nationalCoordinator');
    await TestBed.inject(Language).load(outlineTexts);
  });

  const settle = async (fixture: ComponentFixture<unknown>) => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    fixture.detectChanges();
  };
  const show = async <Page>(page: new () => Page, shown = outline) => {
    const fixture = TestBed.createComponent(page);
    fixture.componentRef.setInput('id', outline.id);
    TestBed.tick();
    answer(api, '/api/outlines', shown);
    await settle(fixture);
    answerNames(api);
    await settle(fixture);
    const element = fixture.nativeElement as HTMLElement;
    const button = (text: string) =>
      [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === text);
    const field = (label: string) => {
      const found = [...element.querySelectorAll('label')].find(
        (one) => one.textContent?.trim() === label,
      );
      return element.querySelector<HTMLInputElement>(`#${found?.htmlFor ?? 'none'}`);
    };
    const write = (label: string, text: string, event = 'input') => {
      const control = field(label);
      if (!control) throw new Error(`There is no field “${label}”.`);
      control.value = text;
      control.dispatchEvent(new Event(event));
    };
    return { fixture, element, button, write, text: () => element.textContent ?? '' };
  };

  it('say what is published, how it was rated and what waits in the draft', async () => {
    const page = await show(OutlinePage);
    expect(page.text()).toContain('Versio 2, julkaistu 1.11.2026.');
    expect(page.text()).toContain('Palaute 4,3/5, 12 vastausta');
    expect(page.text()).toContain('Luonnoksessa on muutoksia, joita ei ole julkaistu');
    expect(page.element.querySelector('lu-outline-changes')?.textContent).toContain('30');
  });

  it('of a draft by someone who may not publish let them ask for it, once', async () => {
    const draft = { ...outline, published: null, versions: [], mayPublish: false };
    const page = await show(OutlinePage, draft);
    expect(page.button('Julkaise')).toBeUndefined();
    page.button('Pyydä julkaisemaan')?.click();
    const asked = '2026-11-22T10:00:00Z';
    api
      .expectOne(`/api/outlines/${outline.id}/publication-request`)
      .flush({ id: outline.id, asked });
    await settle(page.fixture);
    answer(api, '/api/outlines', { ...draft, asked });
    await settle(page.fixture);
    expect(page.text()).toContain('Pyysit julkaisemaan tämän 22.11.2026.');
    expect(page.button('Pyydä julkaisemaan')).toBeUndefined();
  });

  it('start a session: its meetings are shown before it is made', async () => {
    const page = await show(OutlinePage);
    page.button('Aloita tilaisuus')?.click();
    await settle(page.fixture);
    page.write('1. päivä', '2027-09-01', 'change');
    page.write('Alkaa klo', '10:00', 'change');
    await settle(page.fixture);
    expect(page.text()).toContain('ke 1.9.2027 klo 10.00–12.00');
    expect(page.text()).toContain('to 2.9.2027 klo 13.00–15.00');
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    const sent = api.expectOne(`/api/outlines/${outline.id}/sessions`).request.body as unknown;
    expect(sent).toEqual({ dates: ['2027-09-01', '2027-09-02'], start: '10:00' });
  });

  it('keep what was typed when someone else has saved meanwhile, and show both', async () => {
    const page = await show(OutlineEditPage);
    page.write('Nimi', 'Minun nimeni');
    await settle(page.fixture);
    expect(page.fixture.componentInstance.unsaved()).toBe(true);
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle(page.fixture);
    const theirs = { id: outline.id, version: 4, content: { ...content, title: fi('Hänen') } };
    api
      .expectOne(`/api/outlines/${outline.id}/draft`)
      .flush(
        { type: 'urn:luotsi:problem:changed-meanwhile', title: '', status: 409, current: theirs },
        { status: 409, statusText: 'Conflict' },
      );
    await settle(page.fixture);
    const conflict = page.element.querySelector('.conflict')?.textContent ?? '';
    expect(conflict).toContain('Hänen');
    expect(conflict).toContain('Minun nimeni');
    page.button('Tallenna omani sen päälle')?.click();
    await settle(page.fixture);
    const { body } = api.expectOne(`/api/outlines/${outline.id}/draft`).request;
    expect(body).toMatchObject({ version: 4, content: { title: fi('Minun nimeni'), seats: 30 } });
  });
});
