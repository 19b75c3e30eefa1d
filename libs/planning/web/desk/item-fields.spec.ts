import { planItemDraft, type PlanItem } from '@luotsi/planning/model';
import { bodyOf, differences, emptyFields, faultsIn, fieldsOf } from './item-fields';

const id = '3b520985-16f8-5404-9ebb-2f773dbcd445';
const group = { id, name: { fi: 'Ryhmä', sv: '', en: '' } };
const item: PlanItem = {
  id,
  lineage: id,
  version: 3,
  title: { fi: 'Koulutus', sv: '', en: '' },
  targetGroup: { fi: 'Kaikki', sv: '', en: '' },
  competences: ['CC'],
  form: 'online',
  month: null,
  quarter: 2,
  regions: ['19'],
  seats: 40,
  theme: 'dg2',
  organiser: id,
  sessions: [],
};

describe('the fields of a planned training', () => {
  it('hold everything that is kept of it', () => {
    const body = planItemDraft.parse(bodyOf(fieldsOf(item)));
    expect(item).toMatchObject(body);
    expect(Object.keys(body)).toHaveLength(Object.keys(item).length - 4);
  });

  it('begin with the theme and group of the plan, and need a title and a time', () => {
    const empty = emptyFields({ theme: 'dg2', group });
    expect(faultsIn(empty)).toEqual(['title', 'when']);
    expect(empty).toMatchObject({ theme: 'dg2', organiser: id });
    const filled = { ...empty, title: item.title, when: 'm3' };
    expect(faultsIn(filled)).toEqual([]);
    expect(planItemDraft.safeParse(bodyOf(filled)).success).toBe(true);
  });

  it.each(['0', '-1', '2,5', 'monta'])('refuse %s seats', (seats) => {
    expect(faultsIn({ ...fieldsOf(item), seats })).toEqual(['seats']);
  });

  it('differ only where their values do, whatever the order of codes and languages', () => {
    const one = { ...fieldsOf(item), regions: ['19', '01'] };
    expect(differences(one, { ...one, regions: ['01', '19'] })).toEqual([]);
    expect(differences(one, { ...one, title: { en: '', sv: '', fi: 'Koulutus' } })).toEqual([]);
    expect(differences(one, { ...one, seats: '41', when: 'm4' })).toEqual(['when', 'seats']);
  });
});
