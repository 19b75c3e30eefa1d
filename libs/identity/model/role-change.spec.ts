import fc from 'fast-check';
import { mayGive, type Groups } from './giving';
import { roles, type Role, type RoleInScope, type Scope } from './permissions';
import { changeRoles, sameRole, type HeldRole, type WantedRole } from './role-change';

const country: Scope = { type: 'country', id: null };
const region = (id: string): Scope => ({ type: 'region', id });
const group = (id: string): Scope => ({ type: 'group', id });
const groups: Groups = new Map([
  ['elo19', { kind: 'elo', region: '19' }],
  ['dg2', { kind: 'development', region: null }],
]);
const places = { regions: new Set(['01', '19']), groups };
const now = new Date('2027-03-01T10:00:00Z');
const day = (text: string) => new Date(`${text}T10:00:00Z`);

const scopes = fc.constantFrom(country, region('01'), region('19'), group('elo19'), group('dg2'));
const roleInScope = fc.record({ role: fc.constantFrom(...roles), scope: scopes });
const holder = fc.record({ roles: fc.array(roleInScope, { maxLength: 4 }) });

describe('a change of roles', () => {
  const coordinator = { roles: [{ role: 'groupCoordinator', scope: region('19') }] as const };
  const administrator = { roles: [{ role: 'administrator', scope: country }] as const };
  const held = (
    role: Role,
    scope: Scope,
    validFrom = day('2026-01-01'),
    validTo: Date | null = null,
  ): HeldRole => ({ id: `${role} ${scope.id ?? ''}`, role, scope, validFrom, validTo });
  const decide = (
    giver: { readonly roles: readonly RoleInScope[] },
    before: readonly HeldRole[],
    wanted: readonly WantedRole[],
    otherAdministrators = 1,
  ) => changeRoles({ giver, held: before, wanted, places, otherAdministrators, now });

  it('gives what is new, takes what is missing and leaves what others manage', () => {
    const coach = held('coach', region('19'));
    const elsewhere = held('coach', region('01'));
    const wanted = [{ role: 'counsellor', scope: region('19') }] as const;
    expect(decide(coordinator, [coach, elsewhere], wanted)).toEqual({
      give: [{ ...wanted[0], validFrom: now, validTo: null }],
      change: [],
      take: [coach],
    });
  });

  it('takes what it does not manage as it is, and refuses to touch it', () => {
    const elsewhere = held('coach', region('01'));
    const same = { role: elsewhere.role, scope: elsewhere.scope };
    expect(decide(coordinator, [elsewhere], [same])).toEqual({ give: [], change: [], take: [] });
    expect(decide(coordinator, [elsewhere], [{ ...same, validTo: day('2028-01-01') }])).toEqual({
      refused: 'role-out-of-scope',
      facts: { pointer: '/roles/0', role: 'coach' },
    });
    expect(decide(coordinator, [], [same])).toMatchObject({ refused: 'role-out-of-scope' });
  });

  it('keeps the beginning of what has begun, and begins nothing in the past', () => {
    const coach = held('coach', region('19'));
    const wish = { role: coach.role, scope: coach.scope, validFrom: day('2020-01-01') };
    expect(decide(coordinator, [coach], [wish])).toMatchObject({ change: [], take: [] });
    expect(decide(coordinator, [], [wish])).toMatchObject({ give: [{ validFrom: now }] });
    const until = { ...wish, validTo: day('2028-01-01') };
    expect(decide(coordinator, [coach], [until])).toMatchObject({
      change: [{ id: coach.id, validFrom: coach.validFrom, validTo: day('2028-01-01') }],
    });
  });

  it.each([
    ['scope-unknown', { role: 'coach', scope: region('99') }],
    ['scope-unknown', { role: 'coach', scope: group('nowhere') }],
    ['scope-unknown', { role: 'coach', scope: { type: 'country', id: '19' } }],
    ['role-for-country', { role: 'administrator', scope: region('19') }],
    [
      'role-ends-before-it-begins',
      {
        role: 'coach',
        scope: region('19'),
        validFrom: day('2028-01-02'),
        validTo: day('2028-01-01'),
      },
    ],
    [
      'role-ends-before-it-begins',
      { role: 'coach', scope: region('19'), validTo: day('2027-01-01') },
    ],
  ] as const)('is refused as %s', (refused, wish) => {
    expect(decide(administrator, [], [wish])).toMatchObject({
      refused,
      facts: { pointer: '/roles/0' },
    });
  });

  it('has each role once', () => {
    const wish = { role: 'coach', scope: region('19') } as const;
    expect(decide(administrator, [], [wish, wish])).toMatchObject({
      refused: 'role-twice',
      facts: { pointer: '/roles/1' },
    });
  });

  it('leaves the last administrator', () => {
    const last = held('administrator', country);
    const same = { role: last.role, scope: last.scope };
    const until = { ...same, validTo: day('2028-01-01') };
    expect(decide(administrator, [last], [], 0)).toMatchObject({ refused: 'last-administrator' });
    expect(decide(administrator, [last], [until], 0)).toMatchObject({
      refused: 'last-administrator',
    });
    expect(decide(administrator, [last], [same], 0)).toMatchObject({ take: [] });
    expect(decide(administrator, [last], [], 1)).toMatchObject({ take: [last] });
  });

  it('touches only what the giver may give, whatever is wished for', () => {
    const wish = fc.record({
      role: fc.constantFrom(...roles),
      scope: scopes,
      validTo: fc.constantFrom(null, day('2028-01-01'), day('2026-06-01')),
    });
    const kept = fc
      .uniqueArray(roleInScope, { maxLength: 4, comparator: sameRole })
      .map((all) => all.map(({ role, scope }) => held(role, scope)));
    fc.assert(
      fc.property(holder, kept, fc.array(wish, { maxLength: 4 }), (giver, before, wanted) => {
        const change = decide(giver, before, wanted);
        if ('refused' in change) return;
        for (const one of [...change.give, ...change.change, ...change.take]) {
          expect(mayGive(giver, one, groups)).toBe(true);
        }
        for (const one of [...change.give, ...change.change]) {
          expect(one.validTo === null || one.validTo > one.validFrom).toBe(true);
        }
      }),
    );
  });
});
