import fc from 'fast-check';
import { permissions, mayPass, roles, type Permission, type RoleInScope } from './permissions';
import { holdsRole, reachOf } from './scopes';

const held = (scope: RoleInScope['scope']) => ({
  roles: [{ role: 'groupCoordinator', scope }] as const,
});
const country = { type: 'country', id: null } as const;
const lapland = { type: 'region', id: '19' } as const;
const group = { type: 'group', id: 'g1' } as const;

describe('a role', () => {
  it('for the whole country covers every place', () => {
    expect(holdsRole(held(country), 'groupCoordinator', { region: '01' })).toBe(true);
    expect(holdsRole(held(country), 'groupCoordinator', {})).toBe(true);
  });

  it('for a region covers what stands in that region', () => {
    expect(holdsRole(held(lapland), 'groupCoordinator', { region: '19', group: 'g2' })).toBe(true);
    expect(holdsRole(held(lapland), 'groupCoordinator', { region: '01' })).toBe(false);
    expect(holdsRole(held(lapland), 'groupCoordinator', {})).toBe(false);
    expect(holdsRole(held(lapland), 'groupCoordinator')).toBe(true);
  });

  it('for a group covers what belongs to that group', () => {
    expect(holdsRole(held(group), 'groupCoordinator', { group: 'g1' })).toBe(true);
    expect(holdsRole(held(group), 'groupCoordinator', { region: '19', group: 'g2' })).toBe(false);
  });

  it('does not stand for another role, and a visitor has none', () => {
    expect(holdsRole(held(country), ['coach', 'administrator'])).toBe(false);
    expect(holdsRole(null, 'counsellor')).toBe(false);
  });

  it('tells where it reaches', () => {
    const holder = {
      roles: [...held(lapland).roles, ...held(group).roles, ...held(lapland).roles],
    };
    expect(reachOf(holder, 'groupCoordinator')).toEqual({
      country: false,
      regions: ['19'],
      groups: ['g1'],
    });
    expect(reachOf(held(country), 'groupCoordinator').country).toBe(true);
    expect(reachOf(null, 'coach')).toEqual({ country: false, regions: [], groups: [] });
  });

  it('that reaches a place is a role held for that place', () => {
    const scope = fc.oneof(
      fc.constant(country),
      fc.record({ type: fc.constant('region' as const), id: fc.constantFrom('01', '19') }),
      fc.record({ type: fc.constant('group' as const), id: fc.constantFrom('g1', 'g2') }),
    );
    const holder = fc.record({
      roles: fc.array(fc.record({ role: fc.constantFrom(...roles), scope })),
    });
    fc.assert(
      fc.property(
        holder,
        fc.constantFrom(...roles),
        fc.constantFrom('01', '19'),
        (who, role, region) => {
          const { country: everywhere, regions } = reachOf(who, role);
          expect(holdsRole(who, role, { region })).toBe(everywhere || regions.includes(region));
        },
      ),
    );
  });
});

describe('the table of permissions', () => {
  it('lets a visitor do only what everyone may', () => {
    for (const name of Object.keys(permissions) as Permission[]) {
      expect(mayPass(name, null)).toBe(permissions[name] === 'everyone');
      expect(mayPass(name, [])).toBe(typeof permissions[name] === 'string');
    }
  });

  it('keeps the administrator out of enrolments, learning and assessments', () => {
    const administrator = [{ role: 'administrator', scope: country }] as const;
    for (const name of ['enrolment.own', 'learning.take', 'assessment.own'] as const) {
      expect(mayPass(name, administrator)).toBe(false);
    }
  });
});
