import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ProblemError } from '../http/problem-error';
import { Language } from '../language/language.store';
import { provideLanguage } from '../language/provide-language';
import { Field, FieldControl } from './field';
import { Filter } from './filters';
import { Notices } from './notices';
import { PageHeader } from './page-header';
import { ProblemNotice } from './problem-notice';
import { ProblemPage } from './problem-page';
import { SeatBar } from './seat-bar';

const refused = new ProblemError({
  type: 'urn:luotsi:problem:validation-failed',
  title: 'Tiedoissa on korjattavaa',
  detail: 'Mitään ei tallennettu.',
  status: 422,
  requestId: 'abc',
  errors: [
    { pointer: '/email', detail: 'Osoite puuttuu' },
    { pointer: '/name', detail: 'Nimi puuttuu' },
  ],
});

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideLanguage(), provideRouter([])] });
  await TestBed.inject(Language).choose('fi');
});

async function show<Piece>(piece: new () => Piece, inputs: Record<string, unknown>) {
  const fixture = TestBed.createComponent(piece);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

describe('the kit', () => {
  it('opens a page with its heading and answer, and names the document by them', async () => {
    const { element } = await show(PageHeader, { heading: 'Kahvila', answer: 'Olet mukana.' });
    expect(element.querySelector('h1')?.textContent).toBe('Kahvila');
    expect(element.querySelector('p')?.textContent).toBe('Olet mukana.');
    expect(document.title).toBe('Kahvila – Luotsi');
  });

  it('keeps as much room for an answer on its way as it takes, and none where there is none', async () => {
    const { fixture, element } = await show(PageHeader, {
      ...{ heading: 'Kahvila', answer: null, lines: 2 },
    });
    expect(element.style.getPropertyValue('--lu-lines')).toBe('2');
    expect(element.querySelector('p')?.className).toBe('answer awaited');
    fixture.componentRef.setInput('answer', 'Olet mukana.');
    await fixture.whenStable();
    expect(element.querySelector('p.awaited')?.textContent).toBe('Olet mukana.');
    fixture.componentRef.setInput('answer', '');
    await fixture.whenStable();
    expect(element.querySelector('p')).toBeNull();
  });

  it('gives a heading that comes late the focus of whoever waited on the content', async () => {
    const main = document.body.appendChild(document.createElement('main'));
    main.id = 'main';
    main.tabIndex = -1;
    main.focus();
    const { element } = await show(PageHeader, { heading: 'Kahvila' });
    expect(document.activeElement).toBe(element.querySelector('h1'));
    main.remove();
  });

  it.each([
    [{ capacity: 12, taken: 9 }, '3/12 paikkaa vapaana'],
    [{ capacity: 12, taken: 12 }, 'Täynnä'],
    [{ capacity: 12, taken: 12, waiting: 4 }, 'Täynnä, 4 jonossa'],
  ])('says how many seats are left: %j', async (inputs, words) => {
    const { element } = await show(SeatBar, inputs);
    expect(element.textContent?.trim()).toBe(words);
  });

  it('tells a problem with what no field shows, and offers to try again', async () => {
    const { fixture, element } = await show(ProblemNotice, {
      of: refused,
      fields: ['/email'],
      canRetry: true,
    });
    let retried = 0;
    fixture.componentInstance.retry.subscribe(() => (retried += 1));
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Mitään ei tallennettu.');
    expect([...element.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      'Nimi puuttuu',
    ]);
    element.querySelector('button')?.click();
    expect(retried).toBe(1);
  });

  it('says once the code that tells a fault of the service apart', async () => {
    const fault = { type: 'urn:luotsi:problem:server-fault', title: 'Palvelussa on vika' };
    const told = (detail: string) =>
      show(ProblemNotice, {
        of: new ProblemError({ ...fault, detail, status: 500, requestId: 'abc12' }),
      }).then(({ element }) => element.textContent.split('abc12').length - 1);
    expect(await told('Jos se toistuu, kerro tunnus abc12.')).toBe(1);
    expect(await told('Yritä hetken kuluttua uudelleen.')).toBe(1);
  });

  it('leads from what needs a second step to where it is taken, in another tab', async () => {
    const of = new ProblemError({
      type: 'urn:luotsi:problem:second-step-needed',
      title: 'Vahvista ensin kirjautumisesi',
      status: 403,
    });
    const { element } = await show(ProblemNotice, { of });
    const link = element.querySelector('a');
    expect(link?.getAttribute('href')).toMatch(
      /^\/account\/security\?reason=second-step&returnTo=/,
    );
    expect(link?.target).toBe('_blank');
  });

  it('says once, as the page’s heading, that something isn’t there', async () => {
    const gone = new ProblemError({
      ...{ type: 'urn:luotsi:problem:not-found', title: 'Sivua ei löydy', status: 404 },
      detail: 'Etsi kalenterista.',
    });
    const { fixture, element } = await show(ProblemPage, { of: gone, heading: 'Koulutus' });
    expect(element.querySelector('h1')?.textContent).toBe('Sivua ei löydy');
    expect(element.querySelector('.answer')?.textContent).toBe('Etsi kalenterista.');
    expect(element.querySelector('[role=alert]')).toBeNull();
    fixture.componentRef.setInput('of', refused);
    await fixture.whenStable();
    expect(element.querySelector('h1')?.textContent).toBe('Koulutus');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Mitään ei tallennettu.');
  });

  it('ties a field to its label and to what is wrong with it', async () => {
    @Component({
      selector: 'lu-host',
      imports: [Field, FieldControl],
      template: `<lu-field label="Sähköposti" [error]="error" pointer="/email">
        <input luControl />
      </lu-field>`,
    })
    class Host {
      readonly error = refused;
    }
    const { element } = await show(Host, {});
    const input = element.querySelector('input');
    expect(element.querySelector('label')?.htmlFor).toBe(input?.id);
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    const told = input?.getAttribute('aria-describedby') ?? '';
    expect(element.querySelector(`[id="${told}"]`)?.textContent?.trim()).toBe('Osoite puuttuu');
  });

  it('reads a filter as a part of a sentence and gives its value', async () => {
    const { fixture, element } = await show(Filter, {
      label: 'Alue',
      any: 'koko maassa',
      options: [{ value: '19', label: 'Lapissa' }],
    });
    expect(element.querySelector('.shown')?.textContent).toBe('koko maassa');
    const select = element.querySelector('select');
    if (!select) throw new Error('no select');
    select.value = '19';
    select.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toBe('19');
    expect(element.querySelector('.shown')?.textContent).toBe('Lapissa');
  });

  it('keeps a notice that can be undone until it is answered', () => {
    const notices = TestBed.inject(Notices);
    let undone = false;
    notices.tell('Poistettu', () => (undone = true));
    notices.current()?.undo?.();
    notices.dismiss();
    expect(undone).toBe(true);
    expect(notices.current()).toBeUndefined();
  });
});
