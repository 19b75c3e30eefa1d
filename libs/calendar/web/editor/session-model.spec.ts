import { sessionDraft, sessionPatch } from '@luotsi/calendar/model';
import { organised } from './fixtures';
import { changesOf, merge } from './session-changes';
import { emptySession, type SessionModel } from './session-model';
import { modelOf } from './session-read';
import { sentOf } from './session-sent';

const session = organised();
const base = modelOf(session);
const changed = (more: Partial<SessionModel>) => changesOf({ ...base, ...more }, base);

describe('a session in the form', () => {
  it('is sent as it was read: nothing has changed', () => {
    expect(changed({})).toEqual({});
    expect(sessionPatch.safeParse(sentOf(base)).success).toBe(true);
    expect(sentOf(base)).toMatchObject({
      title: session.title,
      meetings: [{ id: session.meetings[0]?.id, start: '2027-03-11T09:00' }],
      enrolmentCloses: '2027-03-04T10:00:00.000Z',
      organiser: { type: 'group' },
    });
  });

  it('sends what was changed and nothing else', () => {
    expect(changed({ capacity: 30 })).toEqual({ capacity: 30 });
    expect(changed({ theme: '', link: 'https://kokous.example/2' })).toEqual({
      theme: null,
      link: 'https://kokous.example/2',
    });
    expect(changed({ form: 'onsite' })).toEqual({ form: 'onsite', link: null });
    expect(changed({ attendance: 'some', attendanceCount: 1 })).toEqual({ attendanceRule: 1 });
    expect(changed({ closesDate: '', closesTime: '' })).toEqual({ enrolmentCloses: null });
  });

  it('leaves out a meeting that was taken away, and adds a new one without an id', () => {
    const [first] = base.meetings;
    if (!first) throw new Error('no meeting');
    const added = { ...first, id: '', date: '2027-03-18' };
    const { meetings } = changed({ meetings: [first, added] });
    expect(meetings?.map(({ id, start }) => [id, start])).toEqual([
      [first.id, '2027-03-11T09:00'],
      [undefined, '2027-03-18T09:00'],
    ]);
  });

  it('says which of two half past threes it means, and only then', () => {
    const [first] = base.meetings;
    if (!first) throw new Error('no meeting');
    const night = { ...first, date: '2027-10-31', from: '03:30', startOffset: '+02:00' };
    expect(changed({ meetings: [night] }).meetings).toMatchObject([{ startOffset: '+02:00' }]);
    expect(changed({ meetings: [night] }).meetings?.[0]).not.toHaveProperty('endOffset');
  });

  it('is a draft from title, seats and a time alone; planned it needs no time', () => {
    const bare = emptySession('fi');
    const [meeting] = bare.meetings;
    if (!meeting) throw new Error('no meeting');
    const title = { fi: 'Kuulutukset', sv: '', en: '' };
    const dated = { ...bare, title, capacity: 12, meetings: [{ ...meeting, date: '2027-03-11' }] };
    expect(sessionDraft.safeParse(sentOf(dated)).success).toBe(true);
    const planned = { ...dated, timing: 'planned', plannedYear: '2028' } as const;
    expect(sessionDraft.parse(sentOf(planned))).toMatchObject({
      meetings: [],
      planned: { year: 2028, month: null },
    });
  });

  it('keeps one’s own changes over somebody else’s, and tells where they meet', () => {
    const own = { ...base, capacity: 30, contact: 'Aino' };
    const theirs = { ...base, contact: 'Eero', theme: 'dg4' };
    const merged = merge(own, base, theirs);
    expect(merged.model).toMatchObject({ capacity: 30, contact: 'Aino', theme: 'dg4' });
    expect(merged.theirs).toEqual(['theme', 'contact']);
    expect(merged.both).toEqual(['contact']);
    expect(merge(own, base, { ...theirs, contact: 'Aino' }).both).toEqual([]);
  });
});
