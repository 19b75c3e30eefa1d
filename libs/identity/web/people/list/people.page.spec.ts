import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { peopleRoutes } from '../routes';
import { administrator, coordinator, listed, openPage, shownPerson } from '../testing';

const open = (address: string, person = administrator) => openPage(peopleRoutes, address, person);

describe('the page of people', () => {
  beforeEach(() => document.body.replaceChildren());

  it('lists names, places and roles in words, and goes on at the next page', async () => {
    const it = await open('/people');
    await it.answer('GET /api/people', { items: [listed], nextCursor: 'more' });
    const text = it.page().textContent;
    expect(text).toContain('Åsa Öhman');
    expect(text).toContain('Valmentaja, Lappi');
    expect(text).toContain('odottaa vahvistusta');
    await it.press('Näytä lisää');
    const other = { ...listed, id: '01a20194-43d2-762a-ad91-4c6b313b5c0a', name: 'Zahra Ali' };
    const asked = await it.answer('GET /api/people', { items: [other], nextCursor: null });
    expect(asked.url).toContain('cursor=more');
    expect(it.all('li a').map((link) => link.textContent)).toEqual(['Åsa Öhman', 'Zahra Ali']);
    expect(it.page().textContent).not.toContain('Näytä lisää');
  });

  it('keeps what is searched and narrowed in the address', async () => {
    const it = await open('/people?state=expired');
    const first = await it.answer('GET /api/people', { items: [], nextCursor: null });
    expect(first.url).toContain('expired=true');
    expect(it.page().textContent).toContain('Ketään ei löytynyt');
    await it.fill('Nimen tai sähköpostin alku', 'öh');
    expect(TestBed.inject(Router).url).toBe('/people?state=expired&q=%C3%B6h');
    const second = await it.answer('GET /api/people', { items: [listed], nextCursor: null });
    expect(second.url).toContain('q=%C3%B6h');
  });

  it('lets a coordinator confirm those who wait, one after the other', async () => {
    const it = await open('/people?state=awaiting', coordinator);
    await it.answer('GET /api/people', { items: [listed], nextCursor: null });
    expect(it.page().textContent).toContain('Sanoo toimivansa alueella Lappi');
    await it.press('Vahvista: Åsa Öhman');
    const sent = await it.answer(`POST /api/people/${listed.id}/affiliation`, {
      ...shownPerson,
      confirmed: { region: true, organisation: false },
    });
    expect(sent.body).toEqual({ affiliation: listed.affiliation, region: 'confirmed' });
    expect(it.page().textContent).toContain('Kenenkään tiedot eivät odota vahvistusta');
  });

  it('names an organisation that someone has written themselves, and asks where it belongs', async () => {
    const it = await open('/people?state=awaiting', coordinator);
    const named = { ...listed, region: null, organisationNamed: 'Sillan ohjaamo' };
    await it.answer('GET /api/people', { items: [named], nextCursor: null });
    expect(it.page().querySelector('.bare-list')?.textContent).toContain('Sillan ohjaamo');
    expect(it.page().textContent).toContain('Lisää luetteloon ja vahvista');
  });

  it('asks for the reason of a no', async () => {
    const it = await open('/people?state=awaiting', coordinator);
    await it.answer('GET /api/people', { items: [listed], nextCursor: null });
    await it.press('Ei pidä paikkaansa: Åsa Öhman');
    await it.fill('Perustelu, jonka henkilö lukee', 'Toimit Kainuussa.');
    await it.press('Poista tieto ja kerro henkilölle');
    const sent = await it.answer('POST /api/people/', { ...shownPerson, region: null });
    expect(sent.body).toEqual({
      affiliation: listed.affiliation,
      region: 'rejected',
      reason: 'Toimit Kainuussa.',
    });
  });
});
