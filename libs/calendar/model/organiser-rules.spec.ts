import { roles, type RoleInScope } from '@luotsi/identity/model';
import fc from 'fast-check';
import { actsFor, organisedBy, type Organiser } from './organiser-rules';

const scope = fc.oneof(
  fc.constant<RoleInScope['scope']>({ type: 'country', id: null }),
  fc.constantFrom('19', '01').map((id) => ({ type: 'region' as const, id })),
  fc.constantFrom('elo-19', 'dg2').map((id) => ({ type: 'group' as const, id })),
);
const held = fc.array(fc.record({ role: fc.constantFrom(...roles), scope }), { maxLength: 4 });
const organisers: (Organiser | null)[] = [
  { type: 'group', id: 'elo-19', region: '19' },
  { type: 'group', id: 'dg2', region: null },
  { type: 'organisation', id: 'school', region: '01' },
  { type: 'organisation', id: 'elo-19', region: null },
  null,
];

describe('whose sessions someone acts for', () => {
  it('is the same in a list as for each organiser by itself', () => {
    fc.assert(
      fc.property(held, fc.constantFrom(...organisers), (roles, organiser) => {
        const { everyone, groups, regions } = organisedBy(roles);
        const stands =
          organiser !== null &&
          ((organiser.type === 'group' && groups.includes(organiser.id)) ||
            (organiser.region !== null && regions.includes(organiser.region)));
        expect(everyone || stands).toBe(actsFor(roles, organiser));
      }),
      { numRuns: 300 },
    );
  });
});
