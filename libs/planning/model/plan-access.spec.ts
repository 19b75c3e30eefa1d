import { isOfGroup, takesUpFor } from './plan-access';

const held = (role: string, type: 'country' | 'region' | 'group', id: string | null = null) => ({
  role,
  scope: { type, id },
});
const item = { regions: ['19', '18'], organiser: 'organiser', group: 'ours' };
const asTaker = (...roles: ReturnType<typeof held>[]) => ({
  roles,
  regionOfGroup: { 'elo-18': '18', 'elo-01': '01' },
});

describe('who writes a plan', () => {
  it('is a member of that very group', () => {
    expect(isOfGroup([held('developmentGroupMember', 'group', 'ours')], 'ours')).toBe(true);
    expect(isOfGroup([held('developmentGroupMember', 'group', 'theirs')], 'ours')).toBe(false);
    expect(isOfGroup([held('developmentGroupMember', 'country')], 'ours')).toBe(false);
    expect(isOfGroup([held('groupCoordinator', 'group', 'ours')], 'ours')).toBe(false);
  });
});

describe('who takes an item up', () => {
  it('is the development group and the national coordinator, for the organiser', () => {
    for (const role of [
      held('developmentGroupMember', 'group', 'ours'),
      held('nationalCoordinator', 'country'),
    ])
      expect(takesUpFor(asTaker(role), item)).toEqual({ group: 'organiser' });
  });

  it('is the coordinator of a region that it is meant for, for that region', () => {
    expect(takesUpFor(asTaker(held('groupCoordinator', 'region', '19')), item)).toEqual({
      region: '19',
    });
    expect(takesUpFor(asTaker(held('groupCoordinator', 'group', 'elo-18')), item)).toEqual({
      group: 'elo-18',
    });
  });

  it('is any region’s coordinator when it is meant for the whole country', () => {
    const everywhere = { ...item, regions: [] };
    expect(takesUpFor(asTaker(held('groupCoordinator', 'group', 'elo-01')), everywhere)).toEqual({
      group: 'elo-01',
    });
  });

  it('is nobody else', () => {
    for (const role of [
      held('groupCoordinator', 'region', '01'),
      held('groupCoordinator', 'group', 'elo-01'),
      held('developmentGroupMember', 'group', 'theirs'),
      held('counsellor', 'country'),
    ])
      expect(takesUpFor(asTaker(role), item)).toBeNull();
  });
});
