/**
 * What is left of a Finnish word when its inflection is taken off: `kuulutus`, `kuulutukset` and
 * `kuulutuksista` all give `kuulutu`. Snowball's Finnish stemmer, PostgreSQL's own, gives `kuulutus`
 * for the first and `kuulutuks` for the others: it leaves the stem's own alternations as they are.
 *
 * Not a root of the language's history: a key, the same for all forms of a word, that differs
 * between words. Source of the endings and alternations: VISK (Iso suomen kielioppi) §41–§54, §81.
 */
export function finnishStem(word: string): string {
  const folded = foldLetters(word);
  if (folded.length < 4 || /\d/.test(folded)) return folded;
  return evenStem(withoutCase(withoutClitic(folded)));
}

/** Letters without case and diacritics: `Ääni` and `aani` are the same to a searcher. */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øðþß]/g, (letter) => ({ ø: 'o', ð: 'd', þ: 't', ß: 's' })[letter] ?? letter);
}

/** The words of a text, folded; parts of a hyphenated word count as words, too. */
export function wordsOf(text: string): string[] {
  return foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const VOWEL = '[aeiouy]';

/** `-kin`, `-kaan`, `-han` and the possessive suffixes. */
function withoutClitic(word: string): string {
  const bare = word.replace(/(?<=...[aeiouynst])(?:kin|kaan|han|ko|pa)$/, '');
  return bare.replace(/(?<=...[aeiouy])(?:nsa|mme|nne)$/, '');
}

/** Endings of the cases, longest first; `i` or `j` of the plural goes with its ending. */
const cases: readonly RegExp[] = [
  // isiin, oihin, uihin …; illative plural
  new RegExp(`(?<=..)i?(?:siin|hin)$`),
  // issa, ista, illa, ilta, ille, ina, iksi, itta: local cases of the plural
  /(?<=..)i(?:ssa|sta|lla|lta|lle|na|ksi|tta)$/,
  // iden, itten, jen, ien: genitive plural
  /(?<=..)(?:iden|itten|jen|ien)$/,
  // ten (nuorten, ihmisten, opintojen is above)
  /(?<=..[nlrs])ten$/,
  /(?<=..)(?:ssa|sta|lla|lta|lle|ksi|tta|seen)$/,
  // kuulutusta, nuorta
  /(?<=..[lnrsu])ta$/,
  // opintoja, ohjaajia, tilaisuuksia, palveluita
  /(?<=..)(?:ita|ja|ia)$/,
  // taloon, kouluun, Lappiin
  /(?<=..)(?:aan|een|iin|oon|uun|yyn)$/,
  /(?<=..[aeiouy])(?:na|n|t)$/,
];

function withoutCase(word: string): string {
  for (const ending of cases) {
    const bare = word.replace(ending, '');
    if (bare !== word && bare.length >= 2) return bare;
  }
  return word;
}

/** Makes the stems of one word the same: its vowel at the end, its consonants before that. */
function evenStem(stem: string): string {
  return (
    stem
      // osaaminen, osaamise-, osaamis-
      .replace(/(?<=..)(?:inen|ise|is)$/, 'i')
      // kuulutus, kuulutukse-; tilaisuus, tilaisuude-, tilaisuute-, tilaisuuksi-
      .replace(/(?<=..[uy])(?:s|ks|kse|ksi|de|te|det|tt)$/, '')
      .replace(new RegExp(`(?<=..)${VOWEL}$`), '')
      // strong and weak grade: kk k, pp p, tt t, nk ng, nt nn, lt ll, rt rr, mp mm, t d
      .replace(/(kk|pp|tt)$/, (pair) => pair.charAt(0))
      .replace(/ng$/, 'nk')
      .replace(/nn$/, 'nt')
      .replace(/ll$/, 'lt')
      .replace(/rr$/, 'rt')
      .replace(/mm$/, 'mp')
      .replace(/d$/, 't')
  );
}
