/** Crockford's Base 32: digits and letters that nobody takes for each other. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters that are read for digits. */
const MISTAKEN: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

const GROUP = 5;
const GROUPS = 4;

/** How many random bytes a code is made from, one a character. */
export const CODE_BYTES = GROUP * GROUPS;

/**
 * A code as it stands on paper: four groups of five, 100 bits. It can be typed, and it can't be
 * guessed: at a million tries a second, finding one of a million takes 40 million years.
 *
 * @param bytes CODE_BYTES random bytes
 */
export function codeOf(bytes: Uint8Array): string {
  const characters = [...bytes].slice(0, CODE_BYTES).map((byte) => ALPHABET[byte % 32]);
  return grouped(characters.join(''));
}

/** The code that somebody typed, spaces, small letters and mistaken letters included; null: it is none. */
export function readCode(typed: string): string | null {
  const characters = [...typed.toUpperCase().replace(/[\s\-–—.]/g, '')].map(
    (character) => MISTAKEN[character] ?? character,
  );
  const isCode =
    characters.length === CODE_BYTES &&
    characters.every((character) => ALPHABET.includes(character));
  return isCode ? grouped(characters.join('')) : null;
}

function grouped(characters: string): string {
  return (characters.match(/.{5}/g) ?? []).join('-');
}
