import { TestBed } from '@angular/core/testing';
import type { SessionDraft, SessionPatch } from '@luotsi/calendar/model';
import { describeProblem } from '@luotsi/platform/model';
import { Confirm } from '@luotsi/platform/web';
import { modalDialogs } from '../fixtures';
import { organised } from './fixtures';
import { ID, OpenEditor } from './open-editor';

const kept = () => Object.keys(localStorage).filter((key) => key.includes('session-editor'));

/** Answers questions as said, and keeps what was asked. */
function answering(isSure: boolean): string[] {
  const asked: string[] = [];
  const confirm = TestBed.inject(Confirm);
  confirm.ask = ({ heading, text }) => {
    asked.push(`${heading} ${text}`);
    return Promise.resolve(isSure);
  };
  return asked;
}

describe('the form of a new session', () => {
  let at: OpenEditor;
  beforeEach(async () => {
    localStorage.clear();
    at = new OpenEditor();
    await at.open();
  });

  const fill = async () => {
    await at.write('Nimi (suomi)', 'Kuulutukset haltuun');
    await at.write('Päivä', '2027-03-11');
    await at.write('Paikkoja', '12');
  };

  it('says at each field what is needed, and sends nothing until it is there', async () => {
    await at.press('Tallenna luonnos');
    expect(at.faults()).toEqual([
      'Anna nimi ainakin yhdellä kielellä',
      'Anna päivä',
      'Anna paikkojen määrä, vähintään 1',
      'Korjaa vielä 3 kohtaa',
    ]);
    expect(document.activeElement).toBe(at.field('Nimi (suomi)'));
    expect(at.sent('POST')).toHaveLength(0);
  });

  it('makes a draft of a name, a time and seats, and goes on to its page', async () => {
    await fill();
    await at.press('Tallenna luonnos');
    const request = at.only('POST');
    expect(request.request.body as SessionDraft).toMatchObject({
      title: { fi: 'Kuulutukset haltuun', sv: '', en: '' },
      capacity: 12,
      meetings: [
        { start: '2027-03-11T09:00', end: '2027-03-11T16:00', timeZone: 'Europe/Helsinki' },
      ],
    });
    request.flush({ id: ID }, { status: 201, statusText: 'Created' });
    await at.settle();
    expect(at.where()).toBe(`/organise/sessions/${ID}`);
    expect(kept()).toEqual([]);
  });

  it('catches an hour that is skipped, and asks which of two is meant', async () => {
    await fill();
    await at.write('Päivä', '2027-03-28');
    await at.write('Alkaa', '03:30');
    expect(at.faults()[0]).toMatch(/^Kelloja siirretään sinä yönä, eikä aikaa 3\.30 ole/);
    await at.write('Päivä', '2027-10-31');
    expect(at.text('lu-clock-question legend')).toMatch(/3\.30 on kahdesti. Kumpaa tarkoitat\?$/);
    await at.press('Tallenna luonnos');
    expect(at.sent('POST')).toHaveLength(0);
    await at.tick('Toinen 3.30');
    await at.press('Tallenna luonnos');
    expect((at.only('POST').request.body as SessionDraft).meetings).toMatchObject([
      { start: '2027-10-31T03:30', startOffset: '+02:00' },
    ]);
  });

  it('puts the next meeting a week after the last, and takes one away', async () => {
    await fill();
    await at.press('Lisää tapaaminen');
    expect(at.field('Päivä', 1).value).toBe('2027-03-18');
    await at.press('Poista 1. tapaaminen');
    expect(at.field('Päivä').value).toBe('2027-03-18');
  });

  it('keeps what was typed on this device, and brings it back after a reload', async () => {
    await fill();
    expect(kept()).toHaveLength(1);
    TestBed.resetTestingModule();
    at = new OpenEditor();
    await at.open();
    expect(at.field('Nimi (suomi)').value).toBe('Kuulutukset haltuun');
    expect(at.text('.told')).toContain('Palautimme muutokset');
    await at.press('Hylkää ne');
    expect(at.field('Nimi (suomi)').value).toBe('');
    expect(kept()).toEqual([]);
  });

  it('is not left without asking while something is not saved', async () => {
    await fill();
    const asked = answering(false);
    expect(await at.go('/not-allowed')).toBe(false);
    expect(asked).toHaveLength(1);
    answering(true);
    expect(await at.go('/not-allowed')).toBe(true);
  });

  it('keeps everything when the connection is lost while saving', async () => {
    await fill();
    await at.press('Tallenna luonnos');
    at.only('POST').error(new ProgressEvent('error'));
    await at.settle();
    expect(at.field('Nimi (suomi)').value).toBe('Kuulutukset haltuun');
    expect(at.page.querySelector('lu-problem [role=alert]')).not.toBeNull();
    expect(kept()).toHaveLength(1);
  });

  it('shows what readers see instead of a text that is missing in their language', async () => {
    await fill();
    expect(at.text('.titles')).toContain('Puuttuu. Sivulla näytetään suomi: Kuulutukset haltuun');
    await at.write('Tiivistelmä', 'Miten kuulutetaan');
    const swedish = [...at.page.querySelectorAll<HTMLElement>('lu-localised-field button')].find(
      (one) => one.textContent.trim().startsWith('sv'),
    );
    swedish?.click();
    await at.settle();
    expect(at.text('#part-summary')).toContain('Miten kuulutetaan');
    expect(at.field('Tiivistelmä (ruotsi)').value).toBe('');
  });

  it('is previewed as its page will look, in each language, before it is published', async () => {
    await fill();
    await at.press('Esikatsele ja julkaise');
    await at.settle();
    expect(at.text('lu-previewed-page')).toContain('Kuulutukset haltuun');
    expect(document.activeElement?.textContent).toBe('Esikatselu');
    expect(at.text('lu-previewed-page h2')).toBe('Aika ja paikka');
    await at.press('ruotsi');
    await at.settle();
    expect(at.page.querySelector('article')?.lang).toBe('sv');
    expect(at.text('lu-previewed-page h2')).toBe('Tid och plats');
    expect(document.documentElement.lang).toBe('fi');
    await at.press('Julkaise');
    at.only('POST').flush({ id: ID }, { status: 201, statusText: 'Created' });
    await at.settle();
    const publication = at.only('POST');
    expect(publication.request.url).toBe(`/api/sessions/${ID}/publication`);
    publication.flush({ id: ID, status: 'published' });
    await at.settle();
    expect(at.where()).toBe(`/organise/sessions/${ID}`);
  });
});

describe('the form of a session that stands', () => {
  let at: OpenEditor;
  beforeEach(() => {
    localStorage.clear();
    at = new OpenEditor();
  });

  const patch = () => {
    const request = at.only('PATCH');
    return { request, body: request.request.body as SessionPatch };
  };

  it('sends what was changed and the version that was seen', async () => {
    await at.open(organised());
    await at.write('Paikkoja', '20');
    at.button('Tallenna muutokset').focus();
    await at.press('Tallenna muutokset');
    // A browser takes the focus from a button that is off.
    at.button('Tallenna muutokset').blur();
    const { request, body } = patch();
    expect(body).toEqual({ capacity: 20, version: 3 });
    request.flush(organised({ capacity: 20, version: 4 }));
    await at.settle();
    expect(kept()).toEqual([]);
    expect(document.activeElement).toBe(at.button('Tallenna muutokset'));
  });

  it('says how many are told of a new time before it is saved', async () => {
    await at.open(organised());
    const asked = answering(false);
    await at.write('Alkaa', '10:00');
    await at.press('Tallenna muutokset');
    expect(asked[0]).toContain('9 ihmistä saa tästä tiedon heti');
    expect(at.sent('PATCH')).toHaveLength(0);
    answering(true);
    await at.press('Tallenna muutokset');
    expect(patch().body.meetings).toMatchObject([
      { id: organised().meetings[0]?.id, start: '2027-03-11T10:00' },
    ]);
  });

  it('keeps one’s own changes when somebody else has changed it meanwhile, and tells what', async () => {
    await at.open(organised());
    await at.write('Keneltä voi kysyä', 'Aino');
    await at.press('Tallenna muutokset');
    const problem = { status: 409, title: { fi: 'Muuttunut', sv: '', en: '' } };
    const details = describeProblem(
      'edited-meanwhile',
      { ...problem, detail: { fi: 'Katso', sv: '', en: '' } },
      {},
      'fi',
    );
    patch().request.flush(details, { status: 409, statusText: 'Conflict' });
    await at.settle();
    at.answerSession(organised({ version: 4, capacity: 40, contact: 'Eero' }));
    await at.settle();
    expect(at.field('Keneltä voi kysyä').value).toBe('Aino');
    expect(at.field('Paikkoja').value).toBe('40');
    expect(at.text('.told')).toContain('paikkojen määrä, yhteystiedot');
    expect(at.text('.told')).toContain('Molemmat muuttivat: yhteystiedot');
    await at.press('Tallenna muutokset');
    expect(patch().body).toEqual({ contact: 'Aino', version: 4 });
  });

  it('once published is read from its heading on', async () => {
    await at.open(organised({ status: 'draft', told: 0 }));
    await at.press('Esikatsele ja julkaise');
    at.button('Julkaise').focus();
    await at.press('Julkaise');
    at.only('POST').flush({ id: ID, status: 'published' });
    await at.settle();
    at.answerSession(organised());
    await at.settle();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('shows what is missing, as ways to it', async () => {
    await at.open(organised());
    expect(at.text('lu-missing-list summary')).toBe('3 asiaa puuttuu vielä');
    expect(at.text('lu-missing-list ul')).toBe('Nimi (ruotsi)Nimi (englanti)Tiivistelmä');
  });

  it('is cancelled with a reason, after saying how many are told', async () => {
    modalDialogs();
    await at.open(organised());
    await at.press('Peru koulutus');
    expect(at.text('lu-cancel-dialog p')).toContain('9 ihmistä saa tästä tiedon heti');
    const confirmation = at.page.querySelector<HTMLElement>('lu-cancel-dialog [type=submit]');
    confirmation?.click();
    await at.settle();
    expect(at.faults()).toEqual(['Kerro syy ainakin yhdellä kielellä. Kaikki näkevät sen.']);
    await at.write('Miksi (suomi)', 'Kouluttaja on sairas');
    confirmation?.click();
    await at.settle();
    const request = at.only('POST');
    expect(request.request.url).toBe(`/api/sessions/${ID}/cancellation`);
    expect(request.request.body).toEqual({
      reason: { fi: 'Kouluttaja on sairas', sv: '', en: '' },
    });
    request.flush({ id: ID, status: 'cancelled' });
    await at.settle();
    at.answerSession(organised({ status: 'cancelled' }));
    await at.settle();
    expect(at.page.querySelector('form')).toBeNull();
    expect(at.text('lu-session-editor')).toContain('Koulutus on peruttu');
  });

  it('is postponed once one is sure; a draft is deleted, and a copy opens', async () => {
    await at.open(organised());
    const asked = answering(true);
    await at.press('Siirrä koulutus');
    expect(asked[0]).toContain('Siirretäänkö koulutus?');
    expect(at.only('POST').request.url).toBe(`/api/sessions/${ID}/postponement`);
  });

  it('of a draft can be deleted; then there is nothing to leave unsaved', async () => {
    await at.open(organised({ status: 'draft', told: 0 }));
    answering(true);
    await at.press('Poista luonnos');
    at.only('DELETE').flush(null, { status: 204, statusText: 'No Content' });
    await at.settle();
    expect(at.where()).toBe('/organise');
  });
});

describe('the materials of a session that stands', () => {
  let at: OpenEditor;
  beforeEach(async () => {
    localStorage.clear();
    at = new OpenEditor();
    await at.open(organised());
  });

  const choose = async (file: File) => {
    const field = at.field('Lisää tiedosto');
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    Object.defineProperty(field, 'value', { value: '', configurable: true, writable: true });
    field.dispatchEvent(new Event('change'));
    await at.settle();
  };

  it('are added at once, what is typed in the form stays', async () => {
    await at.write('Keneltä voi kysyä', 'Aino');
    await at.press('Lisää linkki');
    expect(at.faults()).toEqual(['Anna nimi', 'Kirjoita koko osoite, esimerkiksi https://…']);
    await at.write('Aineiston nimi', 'Ennakkotehtävä');
    await at.write('Osoite', 'https://aineisto.example');
    await at.press('Lisää linkki');
    const request = at.only('POST');
    expect(request.request.body).toEqual({
      title: { fi: 'Ennakkotehtävä', sv: '', en: '' },
      url: 'https://aineisto.example',
    });
    const material = {
      ...{ id: ID, title: { fi: 'Ennakkotehtävä', sv: '', en: '' } },
      ...{ url: 'https://aineisto.example', file: null },
    };
    request.flush(material, { status: 201, statusText: 'Created' });
    await at.settle();
    at.answerSession(organised({ materials: [material] }));
    await at.settle();
    expect(at.text('lu-materials-section ul')).toContain('Ennakkotehtävä');
    expect(at.field('Keneltä voi kysyä').value).toBe('Aino');
  });

  it('are files as they are; what is too large or won’t do is said before it is sent', async () => {
    await choose(new File(['x'], 'ohjelma.exe'));
    expect(at.faults()[0]).toMatch(/^Tämä tiedosto ei käy/);
    const large = new File(['x'], 'kalvot.pdf');
    Object.defineProperty(large, 'size', { value: 11 * 1024 * 1024 });
    await choose(large);
    expect(at.faults()[0]).toMatch(/^Tiedosto on suurempi kuin 10 Mt/);
    await choose(new File(['%PDF'], 'kalvot.pdf', { type: 'application/pdf' }));
    const { request } = at.only('POST');
    expect(request.urlWithParams).toBe(`/api/sessions/${ID}/materials/files?name=kalvot.pdf`);
    expect((request.body as Blob).type).toBe('application/octet-stream');
  });
});
