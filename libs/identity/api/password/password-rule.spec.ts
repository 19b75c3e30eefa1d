import { passwordFaultInWords, passwordLength } from '@luotsi/identity/model';
import { CommonPasswordLists } from './common-passwords';
import { faultOf, type CommonPasswords } from './password-rule';

const aino = { name: 'Aino Korhonen', email: 'aino.korhonen@opisto.example' };

describe('a password', () => {
  let known: CommonPasswords;
  beforeAll(async () => {
    known = await new CommonPasswordLists().read();
  });
  const judge = (password: string, owner = aino) => faultOf(password, owner, known);

  it.each([
    'vihreä teekuppi lentää',
    'kolme hevosta metsässä',
    'correct horse battery staple',
    'T7#kq9!mZx',
    '  leading and trailing  ',
    'ихнасыновья 42',
    '🦊🦉🐝🦔🐢🦀🐙🦋🐌🐞',
    'aino ja seitsemän veljestä',
    'luotsi-demo-2027',
    'x7'.padEnd(128, 'qwkzmr5'),
  ])('may be %p: no kind of character is asked for, and none is forbidden', (password) => {
    expect(judge(password)).toBeNull();
  });

  it.each([
    ['tooShort', 'lyhyt123!'],
    ['tooShort', '🦊🦉🐝🦔🐢🦀🐙🦋🐌'],
    ['tooLong', 'x7qwkzmr5'.repeat(15)],
  ])('is %s when its characters are counted: %p', (fault, password) => {
    expect(judge(password)).toBe(fault);
  });

  it('is counted in the form in which it is hashed', () => {
    expect(judge('ﬃꜳ12qz')).toBe('tooShort');
    expect(judge('\u{1F469}\u{200D}\u{1F680}'.repeat(4))).not.toBe('tooShort');
  });

  it.each([
    'qwertyuiop',
    'Password123',
    '1qaz2wsx3edc',
    'aaaaaaaaaaaa',
    'abababababab',
    'abcdefghijkl',
    '9876543210',
    'poiuytrewq',
    'QWERTYUIOPÅ',
    'Salasana123',
    'salasana2027!',
    'Lösenord123',
    'perkeleperkele',
    'Kesäkuu2026',
    'sommaren2026',
    'Juha-Pekka1',
    'naimisissa',
    '!!lappalainen!!',
    'ｐａｓｓｗｏｒｄ１２３',
  ])('is common or easy to guess: %p', (password) => {
    expect(judge(password)).toBe('common');
  });

  it.each([
    'Aino.Korhonen',
    'ainokorhonen1985',
    'korhonen!!2027',
    'aino.korhonen@opisto.example',
    'opisto-aino-7',
    'Luotsi2027!',
    'Luotsi Lotsen Luotsi',
  ])('is what others know of its owner: %p', (password) => {
    expect(judge(password)).toBe('personal');
  });

  it('of somebody else is no concern of one’s own name', () => {
    expect(judge('aino-korhonen-85', { name: 'Bo', email: 'b@example.org' })).toBeNull();
  });

  it('that is refused comes with what to do, in every language', () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      expect(passwordFaultInWords('tooShort', language)).toContain(String(passwordLength.least));
      expect(passwordFaultInWords('common', language)).not.toContain('{');
    }
  });
});
