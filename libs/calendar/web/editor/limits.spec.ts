import type { SessionDraft } from '@luotsi/calendar/model';
import { idOf } from '../fixtures';
import { organised } from './fixtures';
import { ID, OpenEditor } from './open-editor';

describe('the form of a session', () => {
  let at: OpenEditor;
  beforeEach(() => {
    localStorage.clear();
    at = new OpenEditor();
  });

  it('counts what is near its limit; what is too long stays, and nothing is sent', async () => {
    await at.open();
    await at.write('Päivä', '2027-03-11');
    await at.write('Paikkoja', '12');
    await at.write('Nimi (suomi)', 'a'.repeat(260));
    expect(at.text('.titles')).not.toContain('jäljellä');
    await at.write('Nimi (suomi)', 'a'.repeat(290));
    expect(at.text('.titles')).toContain('10 merkkiä jäljellä, enintään 300.');
    await at.write('Nimi (suomi)', 'a'.repeat(302));
    expect(at.faults()[0]).toBe('2 merkkiä liikaa. Enintään 300 merkkiä. Lyhennä tekstiä.');
    expect(at.field('Nimi (suomi)').getAttribute('aria-invalid')).toBe('true');
    await at.press('Tallenna luonnos');
    expect(at.sent('POST')).toHaveLength(0);
    expect(at.field('Nimi (suomi)').value).toHaveLength(302);
    await at.write('Nimi (suomi)', 'a'.repeat(300));
    await at.write('Keneltä voi kysyä', 'b'.repeat(501));
    expect(at.faults()[0]).toBe('1 merkki liikaa. Enintään 500 merkkiä. Lyhennä tekstiä.');
    await at.press('Tallenna luonnos');
    expect(at.sent('POST')).toHaveLength(0);
    await at.write('Keneltä voi kysyä', 'b'.repeat(500));
    await at.press('Tallenna luonnos');
    expect((at.only('POST').request.body as SessionDraft).title.fi).toHaveLength(300);
  });

  it('is held in the name of a group or an organisation that one acts for', async () => {
    const name = { fi: 'Lapin korkeakoulu', sv: '', en: '' };
    at.organisations = [{ id: idOf(60), name, sector: 'education', regionCode: '19' }];
    await at.open(organised({ organiser: null }));
    const groups = [...at.page.querySelectorAll<HTMLOptGroupElement>('optgroup')];
    expect(groups.map(({ label }) => label)).toEqual(['Ryhmät', 'Organisaatiot']);
    await at.write('Järjestäjä', `organisation ${idOf(60)}`);
    await at.press('Tallenna');
    expect(at.only('PATCH').request.body).toMatchObject({
      organiser: { type: 'organisation', id: idOf(60) },
    });
  });

  it('calls a material something else, in each language', async () => {
    const title = { fi: 'kalvot_v3', sv: 'kalvot_v3', en: 'kalvot_v3' };
    const file = { name: 'kalvot_v3.pdf', mediaType: 'application/pdf', size: 1000 };
    const material = { id: idOf(70), title, url: null, file };
    await at.open(organised({ materials: [material] }));
    await at.press('Muuta nimeä');
    await at.write('Nimi (suomi)', 'Kalvot', 1);
    await at.write('Nimi (ruotsi)', 'Bilder', 1);
    await at.write('Nimi (englanti)', '', 1);
    await at.press('Tallenna nimi');
    const sent = at.only('PATCH');
    expect(sent.request.url).toBe(`/api/sessions/${ID}/materials/${idOf(70)}`);
    const renamed = { fi: 'Kalvot', sv: 'Bilder', en: '' };
    expect(sent.request.body).toEqual({ title: renamed });
    sent.flush({ ...material, title: renamed });
    await at.settle();
    at.answerSession(organised({ materials: [{ ...material, title: renamed }] }));
    await at.settle();
    expect(at.text('lu-materials-section ul')).toMatch(/^Kalvot ?PDF/);
    expect(at.page.querySelector('lu-material-name')).toBeNull();
  });

  it('says until when the seats of regions are kept as things stand', async () => {
    const regionalSeats = [{ region: '19', seats: 5 }];
    const missing = ['regionalSeatsUntil'];
    Element.prototype.scrollIntoView ??= () => undefined;
    await at.open(organised({ enrolmentCloses: null, regionalSeats, missing }));
    const hint = () => at.text('#part-regionalSeatsUntil .hint');
    expect(hint()).toBe(
      'Silloin loput paikat vapautuvat kaikille. Ilman aikaa ne pysyvät varattuina, kunnes ' +
        'koulutus alkaa (to 11.3.2027 klo 9.00). Muut eivät enää silloin ehdi ilmoittautua.',
    );
    expect(at.text('lu-missing-list')).toContain('Alueiden paikkojen vapautumisaika');
    await at.press('Alueiden paikkojen vapautumisaika');
    expect(document.activeElement?.id).toBe(at.field('Varaus päättyy').id);
    await at.write('Ilmoittautuminen päättyy', '2027-03-04');
    expect(hint()).toContain('kunnes ilmoittautuminen päättyy (to 4.3.2027 klo 23.59).');
    await at.write('Varaus päättyy', '2027-02-20');
    expect(hint()).toBe('Silloin loput paikat vapautuvat kaikille.');
  });

  it('closes enrolment before all is over and opens it before it closes, also when all is moved', async () => {
    const late = /^Ilmoittautuminen päättyy vasta koulutuksen jälkeen\. Valitse viimeistään/;
    await at.open(organised({ status: 'draft', publishedAt: null }));
    await at.write('Ilmoittautuminen päättyy', '2027-03-12');
    expect(at.faults()[0]).toMatch(late);
    await at.press('Tallenna');
    expect(at.sent('PATCH')).toHaveLength(0);
    await at.write('Ilmoittautuminen päättyy', '2027-03-11');
    expect(at.faults()).toEqual([]);
    await at.write('Päivä', '2027-03-02');
    await at.press('Tallenna');
    expect(at.faults()[0]).toMatch(late);
    expect(at.sent('PATCH')).toHaveLength(0);
    await at.write('Ilmoittautuminen päättyy', '');
    await at.write('Ilmoittautuminen avautuu', '2027-03-02');
    expect(at.faults()).toEqual([]);
    await at.write('Avautuu kello', '09:00');
    expect(at.faults()[0]).toMatch(/^Ilmoittautuminen avautuu vasta, kun se on jo päättynyt/);
    await at.write('Avautuu kello', '08:55');
    await at.press('Tallenna');
    expect(at.only('PATCH').request.body).toMatchObject({
      enrolmentOpens: '2027-03-02T06:55:00.000Z',
      enrolmentCloses: null,
    });
  });
});
