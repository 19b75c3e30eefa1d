import { emailAddress } from './email-address';

describe('an e-mail address', () => {
  it.each([
    'aino@example.org',
    "o'brien+luotsi@example.org",
    "!#$%&'*+/=?^_`{|}~-@example.org",
    'a.b.c@sub.example.co.uk',
    '"aino korhonen"@example.org',
    '"a@b"@example.org',
    'äiti@example.org',
    'матти@example.org',
    'x@xn--ijl-qlac8k.fi',
    `${'x'.repeat(64)}@example.org`,
  ])('may be %s', (address) => {
    expect(emailAddress.parse(address)).toBe(address);
  });

  it('is one however it is typed', () => {
    expect(emailAddress.parse(' Aino@Example.ORG ')).toBe('aino@example.org');
    expect(emailAddress.parse('a\u0308iti@example.org')).toBe('äiti@example.org');
    for (const domain of ['äijälä.fi', 'ÄIJÄLÄ.fi', 'xn--ijl-placb.fi']) {
      expect(emailAddress.parse(`aino@${domain}`)).toBe('aino@xn--ijl-placb.fi');
    }
  });

  it.each([
    '',
    'aino',
    'aino@example',
    'a..b@example.org',
    '.a@example.org',
    'a.@example.org',
    'a@b@example.org',
    'a b@example.org',
    'a@-example.org',
    'a@example..org',
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    '<a@example.org>',
    '"a\n"@example.org',
    `${'x'.repeat(65)}@example.org`,
    `a@${'x'.repeat(64)}.org`,
    `a@${'x.'.repeat(130)}org`,
  ])('can not be %p', (address) => {
    expect(emailAddress.safeParse(address).success).toBe(false);
  });
});
