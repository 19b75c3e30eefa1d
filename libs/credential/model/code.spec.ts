import fc from 'fast-check';
import { CODE_BYTES, codeOf, readCode } from './code';

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });

describe('A code on paper', () => {
  it('is four groups of five that can be typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(codeOf(random)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
      }),
    );
  });

  it('is read however it was typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeOf(random);
        expect(readCode(code)).toBe(code);
        expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
        expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', 'ABCDE', 'x'.repeat(21), '../../etc/passwd', 'ÅÄÖ'.repeat(7)])
      expect(readCode(typed)).toBeNull();
  });
});
