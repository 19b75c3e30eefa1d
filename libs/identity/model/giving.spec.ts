import fc from 'fast-check';
import { covers, givable, mayConfirm, mayGive, peopleReach, type Groups } from './giving';
import { roles, type Role, type Scope } from './permissions';

const country: Scope = { type: 'country', id: null };
const region = (id: string): Scope => ({ type: 'region', id });
const group = (id: string): Scope => ({ type: 'group', id });
const groups: Groups = new Map([
  ['elo19', { kind: 'elo', region: '19' }],
  ['elo01', { kind: 'elo', region: '01' }],
  ['dg2', { kind: 'development', region: null }],
]);

const scopes = fc.constantFrom(
  country,
  region('01'),
  region('19'),
  group('elo19'),
  group('elo01'),
  group('dg2'),
);
const roleInScope = fc.record({ role: fc.constantFrom(...roles), scope: scopes });
const holder = fc.record({ roles: fc.array(roleInScope, { maxLength: 4 }) });
const holds = (role: Role, scope: Scope) => ({ id: 'viewer', roles: [{ role, scope }] });

describe('giving a role', () => {
  it('never makes of anyone a giver of more than the giver could give', () => {
    fc.assert(
      fc.property(holder, roleInScope, roleInScope, (giver, gift, further) => {
        fc.pre(mayGive(giver, gift, groups));
        if (mayGive({ roles: [gift] }, further, groups)) {
          expect(mayGive(giver, further, groups)).toBe(true);
        }
      }),
    );
  });

  it('never reaches further than the giver’s own scopes', () => {
    fc.assert(
      fc.property(holder, roleInScope, (giver, gift) => {
        if (!mayGive(giver, gift, groups)) return;
        expect(giver.roles.some(({ scope }) => covers(scope, gift.scope, groups))).toBe(true);
      }),
    );
  });

  it('is for coordinators and members in their own places, for administrators everywhere', () => {
    const lapland = holds('groupCoordinator', region('19'));
    expect(mayGive(lapland, { role: 'coach', scope: region('19') }, groups)).toBe(true);
    expect(mayGive(lapland, { role: 'counsellor', scope: group('elo19') }, groups)).toBe(true);
    expect(mayGive(lapland, { role: 'coach', scope: region('01') }, groups)).toBe(false);
    expect(mayGive(lapland, { role: 'coach', scope: country }, groups)).toBe(false);
    expect(mayGive(lapland, { role: 'administrator', scope: region('19') }, groups)).toBe(false);
    const developer = holds('developmentGroupMember', group('dg2'));
    const gift = { role: 'developmentGroupMember', scope: group('dg2') } as const;
    expect(mayGive(developer, gift, groups)).toBe(true);
    expect(mayGive(developer, { role: 'coach', scope: group('dg2') }, groups)).toBe(false);
    for (const role of ['counsellor', 'coach', 'nationalCoordinator'] as const) {
      expect(givable[role]).toEqual([]);
      expect(mayGive(holds(role, country), { role: 'counsellor', scope: country }, groups)).toBe(
        false,
      );
    }
    for (const role of roles) {
      expect(mayGive(holds('administrator', country), { role, scope: country }, groups)).toBe(true);
    }
  });
});

describe('whose data someone sees', () => {
  it('goes by their places', () => {
    expect(peopleReach(holds('administrator', country), groups).everyone).toBe(true);
    expect(peopleReach(holds('groupCoordinator', region('19')), groups)).toEqual({
      everyone: false,
      regions: ['19'],
      groups: ['elo19'],
    });
    expect(peopleReach(holds('groupCoordinator', group('elo19')), groups)).toEqual({
      everyone: false,
      regions: ['19'],
      groups: ['elo19'],
    });
    expect(peopleReach(holds('developmentGroupMember', country), groups)).toEqual({
      everyone: false,
      regions: [],
      groups: ['dg2'],
    });
    for (const role of ['counsellor', 'coach', 'nationalCoordinator'] as const) {
      expect(peopleReach(holds(role, country), groups)).toEqual({
        everyone: false,
        regions: [],
        groups: [],
      });
    }
  });

  it('is theirs to confirm in their region, and never their own', () => {
    const aino = { id: 'aino', region: '19' };
    expect(mayConfirm(holds('groupCoordinator', region('19')), aino, groups)).toBe(true);
    expect(mayConfirm(holds('groupCoordinator', group('elo19')), aino, groups)).toBe(true);
    expect(mayConfirm(holds('groupCoordinator', region('01')), aino, groups)).toBe(false);
    expect(mayConfirm(holds('developmentGroupMember', group('dg2')), aino, groups)).toBe(false);
    expect(mayConfirm(holds('administrator', country), { id: 'a', region: null }, groups)).toBe(
      true,
    );
    const own = { ...holds('administrator', country), id: 'aino' };
    expect(mayConfirm(own, aino, groups)).toBe(false);
    expect(mayConfirm(null, aino, groups)).toBe(false);
  });
});
