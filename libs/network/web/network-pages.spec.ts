import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { Component, input, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { GroupPage } from './group.page';
import { GroupsPage } from './groups.page';
import { RegionPage } from './region.page';
import { RegionsPage } from './regions.page';
import { SESSIONS_OF_PLACE } from './slots';
import { networkTexts } from './texts';

const text = (fi: string) => ({ fi, sv: `${fi} (sv)`, en: `${fi} (en)` });
const elo = { id: '3b520985-16f8-5404-9ebb-2f773dbcd445', name: text('Lapin ELO-ryhmä') };
const lapland = { code: '19', name: text('Lappi'), nuts3: 'FI1D7' };

@Component({ selector: 'lu-fake-sessions', template: `koulutukset: {{ region() }}{{ group() }}` })
class FakeSessions {
  readonly region = input<string>();
  readonly group = input<string>();
}

async function show<Page>(page: Type<Page>, inputs: Record<string, unknown>, answers: object[]) {
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  for (const request of http.match(() => true)) request.flush(answers.shift() ?? { items: [] });
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the pages of the network', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideApiClient(),
        provideHttpClientTesting(),
        provideLanguage(),
        provideRouter([]),
        { provide: SESSIONS_OF_PLACE, useValue: () => Promise.resolve(FakeSessions) },
      ],
    });
    await TestBed.inject(Language).choose('fi');
    await TestBed.inject(Language).load(networkTexts);
  });

  it('list regions by name with their centres and groups', async () => {
    const coordinator = { id: 'evk-10', name: text('Lapin elinvoimakeskus') };
    const page = await show(RegionsPage, {}, [
      {
        items: [
          { ...lapland, coordinator, groups: [elo] },
          { code: '21', name: text('Ahvenanmaa'), nuts3: 'FI200', coordinator: null, groups: [] },
        ],
      },
    ]);
    expect([...page.querySelectorAll('h2')].map((one) => one.textContent?.trim())).toEqual([
      'Ahvenanmaa',
      'Lappi',
    ]);
    expect(page.textContent).toContain('2 maakuntaa ja 1 alueellista');
    expect(page.querySelector('a[href="/regions/19"]')).not.toBeNull();
    expect(page.textContent).toContain('Ei ELO-ryhmää');
  });

  it('tell who coordinates a region now and before, and list its sessions', async () => {
    const page = await show(RegionPage, { code: '19' }, [
      {
        ...lapland,
        validFrom: '2011-01-01',
        validTo: null,
        groups: [elo],
        employmentAreas: [{ code: '40', name: text('Tunturi-Lappi') }],
        centres: [
          {
            id: 'evk-10',
            kind: 'elinvoimakeskus',
            name: text('Lapin elinvoimakeskus'),
            validFrom: '2026-01-01',
            validTo: null,
          },
          {
            id: 'ely-15',
            kind: 'ely',
            name: text('Lapin ELY-keskus'),
            validFrom: '2010-01-01',
            validTo: '2025-12-31',
          },
        ],
      },
      {
        items: [
          {
            id: elo.id,
            name: text('Lapin nuorten työpajat'),
            sector: 'youth',
            regionCode: '19',
          },
        ],
      },
    ]);
    const words = page.textContent ?? '';
    expect(words).toContain('Ohjauksen yhteistyötä koordinoi Lapin elinvoimakeskus.');
    expect(words).toContain('1.1.2010–31.12.2025');
    expect(words).toContain('1.1.2026 alkaen');
    expect(page.querySelectorAll('lu-status')).toHaveLength(1);
    expect(words).toContain('koulutukset: 19');
    expect(words).toContain('Nuorisotyö');
  });

  it('show groups by their kind, development groups by their themes', async () => {
    const theme = { id: 'dg2', name: text('Ohjausosaaminen'), title: text('Pitkä nimi') };
    const page = await show(GroupsPage, {}, [
      {
        items: [
          { ...elo, kind: 'elo', region: lapland, theme: null },
          { ...elo, kind: 'development', region: null, theme },
        ],
      },
    ]);
    expect([...page.querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
      'Kehittämisryhmät',
      'Alueelliset ELO-ryhmät',
    ]);
    expect(page.textContent).toContain('Pitkä nimi');
  });

  it('show a group with its region and sessions', async () => {
    const page = await show(GroupPage, { id: elo.id }, [
      { ...elo, kind: 'elo', region: lapland, theme: null },
    ]);
    expect(page.querySelector('h1')?.textContent).toBe('Lapin ELO-ryhmä');
    expect(page.textContent).toContain(`koulutukset: ${elo.id}`);
    expect(page.querySelector('a[href="/regions/19"]')).not.toBeNull();
  });
});
