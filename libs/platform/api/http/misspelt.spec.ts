import fc from 'fast-check';
import * as z from 'zod';
import { isMisspelt, misspelt } from './misspelt';

const names = [
  'enrolmentOpens',
  'enrolmentCloses',
  'organiser',
  'capacity',
  'title',
  'end',
] as const;
const long = names.filter((name) => name.length >= 5);
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const flat = z.object(Object.fromEntries(names.map((name) => [name, z.string().optional()])));

/** A name with one slip of the pen somewhere before its end. */
const slip = fc
  .record({ name: fc.constantFrom(...long), at: fc.nat(), letter, kind: fc.nat(3) })
  .map(({ name, at, letter, kind }) => {
    const place = at % (name.length - 1);
    const [before, after] = [name.slice(0, place), name.slice(place)];
    const wrong = [
      before + after.slice(1),
      before + letter + after,
      before + letter + after.slice(1),
      before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2),
    ][kind] as string;
    return { name, wrong };
  });

describe('a member of a body that is not known', () => {
  it('is named when it is another one’s name with a slip of the pen', () => {
    fc.assert(
      fc.property(slip, ({ name, wrong }) => {
        fc.pre(wrong !== name);
        expect(misspelt([flat], { [wrong]: 'x' })).toEqual([{ path: [wrong], meant: name }]);
        expect(misspelt([flat], { [wrong]: 'x', [name]: 'x' })).toEqual([]);
      }),
    );
  });

  it('is a client’s own affair when no name is like it, and so is what is known', () => {
    const other = fc.string().filter((name) => !names.some((one) => isMisspelt(name, one)));
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(other, fc.constantFrom(...names)), fc.json()), (sent) => {
        expect(misspelt([flat], sent)).toEqual([]);
      }),
    );
  });

  it.each([
    ['enrollmentOpens', 'enrolmentOpens', true],
    ['enrolmentopens', 'enrolmentOpens', true],
    ['organizer', 'organiser', true],
    ['titel', 'title', true],
    ['End', 'end', true],
    ['and', 'end', false],
    ['region', 'regions', false],
    ['organiserId', 'organiser', false],
    ['enrolmentOpen', 'enrolmentOpens', false],
    ['name', 'title', false],
  ])('%s for %s is a slip: %s', (name, meant, isSlip) => {
    expect(isMisspelt(name, meant)).toBe(isSlip);
  });

  it('is found in lists, in what may be null or left out, and in either of two', () => {
    const room = z.object({ address: z.string() });
    const call = z.object({ telephone: z.string() });
    const body = z.object({ meetings: z.array(z.union([room, call.nullish()])).default([]) });
    const sent = { meetings: [{ adress: 'a' }, { telefone: 'b' }, null, 'c', { telephone: 'd' }] };
    expect(misspelt([body.optional()], sent)).toEqual([
      { path: ['meetings', 0, 'adress'], meant: 'address' },
      { path: ['meetings', 1, 'telefone'], meant: 'telephone' },
    ]);
    expect(misspelt([body], 'nothing of the kind')).toEqual([]);
  });
});
