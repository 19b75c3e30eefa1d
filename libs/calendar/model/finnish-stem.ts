/**
 * The stems that a Finnish word may be a form of: two words are forms of one when they share a stem.
 * `kuulutus`, `kuulutukset` and `kuulutuksista` share `kuulutu`; PostgreSQL's own stemmer (Snowball)
 * gives `kuulutus` for the first and `kuulutuks` for the others, for it leaves the alternations
 * inside the stem as they are.
 *
 * Without a dictionary an ending can't be told from the end of a stem (`ohjaaja`, `opintoja`), so a
 * word has a stem for each ending it may have, and one for none. Source of the endings and
 * alternations: Iso suomen kielioppi (VISK) §41–§54, §81–§96.
 * @returns at least one stem, in folded letters, the likeliest of a base form first
 */
export function finnishStems(word: string): string[] {
  const folded = foldLetters(word);
  if (folded.length < 4 || /\d/.test(folded)) return [folded];
  const forms = [folded, folded.replace(possessive, '')];
  const stems = forms.flatMap((form) => [form, ...withoutEndings(form)]).map(evenStem);
  return [...new Set(stems)].filter((stem, place) => place === 0 || stem.length >= 3);
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

/** `-mme`, `-nsa`, `-si` … after a vowel, `-an` after a local case; `-kin`, `-kaan`. */
const possessive = /(?<=...[aeiouynt])(?:kin|kaan|nsa|mme|nne|ni|si)$|(?<=(?:ss|st|ll|lt)a)an$/;

/** The endings of the cases; `i` or `j` of the plural goes with its ending. */
const endings: readonly RegExp[] = [
  // ohjaajissa, palveluista, nuorille …: local cases, singular and plural
  /(?<=...)i(?:ssa|sta|lla|lta|lle|na|ksi|tta)$/,
  /(?<=..[aeiouy])(?:ssa|sta|lla|lta|lle|na|ksi|tta)$/,
  // kouluun, Lappiin, ohjaukseen; vapaaseen, työhön, töihin
  /(?<=..)(?:aan|een|iin|oon|uun|yyn)$/,
  /(?<=..[aeiouy])i?(?:seen|siin|h[aeiouy]n)$/,
  // ohjaajien, opintojen, alueiden, nuorten
  /(?<=...)(?:ien|jen|iden|itten)$/,
  /(?<=..[lnrs])ten$/,
  // nuorta, kuulutusta, työtä; opintoja, ohjaajia, palveluita
  /(?<=..[lnrs]|[aeiouy]{2})ta$/,
  /(?<=...)(?:ita|ia)$|(?<=..[oeuy])ja$/,
  // taloa, verkostoa, halua
  /(?<=..[aeiouy])a$/,
  // talon, talot
  /(?<=..[aeiouy])[nt]$/,
  // rehellisesti
  /(?<=...[aeiouy])sti$/,
];

function withoutEndings(word: string): string[] {
  return endings.flatMap((ending) => (ending.test(word) ? [word.replace(ending, '')] : []));
}

/** Makes the stems of one word the same: its last vowel, and the consonants before that. */
function evenStem(stem: string): string {
  if (stem.length < 4) return stem;
  // osaaminen, osaamise-, osaamis-, osaamisi-
  const noun = stem.replace(/(?<=.[^i]i)(?:nen|s[ei]?)$/, '');
  if (noun === stem) {
    // kuulutus, kuulutukse-, kuulutuksi-; tilaisuus, tilaisuude-, tilaisuute-; tulos, tulokse-
    const plain = stem.replace(
      /(?<=..[uyo])(?:s|ks[ei]?)$|(?<=..(?:uu|yy))[dt][ei]?$|(?<=.[aeio][uy])d[ei]?$/,
      '',
    );
    if (plain !== stem) return plain;
  }
  return (
    noun
      // asiakas, asiakkaa-
      .replace(/(?<=..a)s$/, '')
      // alue, aluee-; talo
      .replace(/(?<=..)(?:aa|ee|ii|oo|[aeioy]|(?<!u)u)$/, '')
      // strong and weak grade: kk k, pp p v, tt t d, nk ng, nt nn, lt ll, rt rr, mp mm, lk l, rk r
      .replace(/(?:pp|p)$/, 'v')
      .replace(/(?:tt|d)$/, 't')
      .replace(/kk$/, 'k')
      .replace(/ng$/, 'nk')
      .replace(/nn$/, 'nt')
      .replace(/ll$/, 'lt')
      .replace(/rr$/, 'rt')
      .replace(/mm$/, 'mv')
      .replace(/(?<=..[lr])[kj]$/, '')
      // vuosi, vuode-, vuote-
      .replace(/(?<=[aeiouy]{2})s$/, 't')
  );
}
