import { faultOfLength, type PasswordFault } from '@luotsi/identity/model';

/** Whose password it is to be: what is known of them is the first thing others guess. */
export interface Owner {
  readonly name: string;
  readonly email: string;
}

/** What is too easy to guess, in lower case. */
export interface CommonPasswords {
  /** Whether many people have this as their password. */
  isCommon(password: string): boolean;
  /** Whether it is a word or name, or one of the commonest passwords, that others are made from. */
  isCommonWord(word: string): boolean;
}

/** Left when what others know is taken away, a password still has this many letters and figures. */
const ENOUGH_OF_ITS_OWN = 8;
/** So many figures and signs at the ends of a common word still leave it easy to guess. */
const MERE_ADDITIONS = 6;
const KEYBOARD = ['1234567890', 'qwertyuiopå', 'asdfghjklöä', 'zxcvbnm,.-'];

/**
 * What is wrong with a password (NIST SP 800-63B §3.1.1.2, ASVS 5 §6.2): too short or too long, common, easy
 * to guess, or made of its owner's name and address. Nothing about kinds of characters.
 */
export function faultOf(
  password: string,
  owner: Owner,
  known: CommonPasswords,
): PasswordFault | null {
  const fault = faultOfLength(password);
  if (fault) return fault;
  const text = password.normalize('NFKC').toLowerCase();
  if (isPersonal(text, owner)) return 'personal';
  return isPattern(text) || known.isCommon(text) || isDressedUp(text, known) ? 'common' : null;
}

/** Few characters over and over, or a run along the alphabet or the keyboard. */
function isPattern(text: string): boolean {
  const characters = [...text];
  if (new Set(characters).size < 4) return true;
  const steps = new Set(
    characters.slice(1).map((one, place) => {
      return (one.codePointAt(0) ?? 0) - (characters[place]?.codePointAt(0) ?? 0);
    }),
  );
  if (steps.size === 1) return true;
  const runs = [...KEYBOARD, ...KEYBOARD.map((row) => [...row].reverse().join(''))];
  return runs.some((run) => run.repeat(2).includes(text));
}

/** A common word with figures or signs at its ends (`salasana2027!`), or said twice. */
function isDressedUp(text: string, known: CommonPasswords): boolean {
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const additions = [...text].length - [...word].length;
  if (word !== '' && additions <= MERE_ADDITIONS && known.isCommonWord(word)) return true;
  const [, said = ''] = /^(.+?)\1+$/u.exec(text) ?? [];
  return said !== '' && (known.isCommonWord(said) || known.isCommon(said));
}

/** Little is left when the owner's name and address and the service's name are taken away. */
function isPersonal(text: string, { name, email }: Owner): boolean {
  const parts = `${name} ${email}`
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const guessed = [...parts, 'luotsi', 'lotsen']
    .filter((part) => [...part].length >= 3)
    .sort((one, other) => other.length - one.length);
  const own = guessed.reduce((left, part) => left.replaceAll(part, ' '), text);
  const letters = (own.match(/[\p{L}\p{N}]/gu) ?? []).length;
  return own !== text && letters < ENOUGH_OF_ITS_OWN;
}
