import { roles } from '@luotsi/identity/model';
import { peopleRoutes } from '../routes';
import { administrator, country, lapland, listed, openPage } from '../testing';

const person = { id: listed.id, name: listed.name };
const holding = { person, validFrom: '2026-01-01T00:00:00Z', validTo: null };

describe('the table of who may do what where', () => {
  it('has a column for every role and a row for every right, in words', async () => {
    const it = await openPage(peopleRoutes, '/people/roles', administrator);
    await it.answer('GET /api/roles', { items: [], counsellors: [], more: false });
    const [table] = it.all<HTMLTableElement>('table');
    const columns = [...(table?.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent);
    expect(columns).toHaveLength(roles.length + 2);
    expect(columns.at(-1)).toBe('Ylläpitäjä');
    const rows = [...(table?.tBodies[0]?.rows ?? [])].map((row) =>
      [...row.cells].map(({ textContent }) => textContent),
    );
    const own = rows.find(([right]) => right === 'Arvioi omaa osaamistaan');
    expect(own?.at(1)).toContain('ei saa');
    expect(own?.at(2)).not.toContain('ei saa');
    expect(own?.at(-1)).toContain('ei saa');
    expect(it.page().textContent).toContain('Rooleja ei ole vielä annettu');
  });

  it('names the holders by place: the country, regions, groups', async () => {
    const it = await openPage(peopleRoutes, '/people/roles', administrator);
    await it.answer('GET /api/roles', {
      items: [
        { ...holding, role: 'coach', scope: lapland },
        { ...holding, role: 'administrator', scope: country },
      ],
      counsellors: [{ scope: lapland, count: 12 }],
      more: false,
    });
    const rows = it
      .all<HTMLTableRowElement>('.holders tbody tr')
      .map((row) => [...row.cells].map(({ textContent }) => textContent.trim()));
    expect(rows).toEqual([
      ['koko maa', 'Ylläpitäjä', 'Åsa Öhman'],
      ['Lappi', 'Valmentaja', 'Åsa Öhman'],
      ['Lappi', 'Ohjaaja', '12 ohjaajaa'],
    ]);
  });
});
