import { finnishStems, foldLetters, wordsOf } from './finnish-stem';

/** Whether two words are taken for forms of one. */
const meet = (one: string, other: string) =>
  finnishStems(one).some((stem) => finnishStems(other).includes(stem));

const forms: readonly (readonly [base: string, ...forms: string[]])[] = [
  ['kuulutus', 'kuulutukset', 'kuulutuksista', 'kuulutuksia', 'kuulutuksen', 'kuulutukseen'],
  ['ohjaus', 'ohjauksen', 'ohjausta', 'ohjaukseen', 'ohjauksessa', 'ohjauksella'],
  ['koulutus', 'koulutukset', 'koulutuksiin', 'koulutusten', 'koulutuksemme'],
  ['tilaisuus', 'tilaisuuden', 'tilaisuutta', 'tilaisuuksia', 'tilaisuudessa', 'tilaisuudet'],
  ['valmius', 'valmiudet', 'valmiuksia'],
  ['ohjaaja', 'ohjaajien', 'ohjaajat', 'ohjaajille', 'ohjaajia', 'ohjaajan', 'ohjaajatkin'],
  ['opettaja', 'opettajille', 'opettajien', 'opettajana'],
  ['nuori', 'nuorten', 'nuorta', 'nuorille', 'nuoria', 'nuorelle', 'nuoren', 'nuoriin'],
  ['Lappi', 'Lapissa', 'Lapin', 'Lappiin', 'Lapista'],
  ['Helsinki', 'Helsingissä', 'Helsinkiin', 'Helsingin'],
  ['Tampere', 'Tampereella', 'Tampereen'],
  ['Kainuu', 'Kainuussa', 'Kainuun'],
  ['osaaminen', 'osaamisen', 'osaamista', 'osaamiseen', 'osaamisesta'],
  ['ihminen', 'ihmiset', 'ihmisten', 'ihmistä', 'ihmisille'],
  ['arviointi', 'arvioinnin', 'arviointia', 'arvioinnissa'],
  ['palvelu', 'palvelut', 'palvelujen', 'palveluiden', 'palveluissa', 'palveluja', 'palvelua'],
  ['verkosto', 'verkostot', 'verkostojen', 'verkostossa', 'verkostoa', 'verkostoomme'],
  ['keskustelu', 'keskustelun', 'keskusteluja', 'keskustelussa'],
  ['kunta', 'kunnan', 'kunnissa', 'kuntien', 'kunnat'],
  ['kartta', 'kartan', 'kartalla', 'karttoja'],
  ['alue', 'alueella', 'alueet', 'alueen', 'aluetta', 'alueesi'],
  ['tilanne', 'tilanteen', 'tilanteet', 'tilanteessa'],
  ['palaute', 'palautteen', 'palautetta', 'palautteet'],
  ['asiakas', 'asiakkaan', 'asiakasta', 'asiakkaat', 'asiakkaita'],
  ['tulos', 'tulokset', 'tuloksia', 'tuloksen'],
  ['opinto', 'opintoja', 'opintojen', 'opinnot', 'opintoihin'],
  ['työ', 'työtä', 'työssä', 'työhön', 'työn'],
  ['vuosi', 'vuoden', 'vuotta', 'vuodessa'],
  ['kriisi', 'kriisissä', 'kriisin', 'kriisiin'],
  ['yhdenvertaisuus', 'yhdenvertaisuuden', 'yhdenvertaisuutta'],
  ['rehellinen', 'rehellisesti', 'rehelliset'],
];

const strangers: readonly (readonly [string, string])[] = [
  ['ohjaus', 'ohjaaja'],
  ['koulutus', 'koulu'],
  ['kuulutus', 'kuulo'],
  ['nuori', 'nuotio'],
  ['Lappi', 'lapsi'],
  ['palvelu', 'palaute'],
  ['kunta', 'kuntoutus'],
  ['työ', 'tyttö'],
  ['verkosto', 'verkko'],
  ['tulos', 'tulkki'],
  ['arviointi', 'arvo'],
  ['opinto', 'opettaja'],
  ['asiakas', 'asia'],
];

describe('finnishStems', () => {
  it.each(forms)('knows the forms of %s', (base, ...inflected) => {
    expect(inflected.filter((form) => !meet(base, form))).toEqual([]);
  });

  it.each(strangers)('does not take %s for %s', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('takes letters without their dots for the same', () => {
    expect(meet('työssä', 'tyossa')).toBe(true);
    expect(foldLetters('Ääkköset Åland naïve')).toBe('aakkoset aland naive');
  });

  it('leaves short words, numbers and foreign letters in peace', () => {
    expect(finnishStems('ja')).toEqual(['ja']);
    expect(finnishStems('2027')).toEqual(['2027']);
    expect(finnishStems('слово').length).toBeGreaterThan(0);
  });
});

describe('wordsOf', () => {
  it('parts a text at everything that is not a letter or digit', () => {
    expect(wordsOf("opinto-ohjaajan 'arki': 24/7 & <b>")).toEqual([
      ...['opinto', 'ohjaajan', 'arki', '24', '7', 'b'],
    ]);
  });
});
