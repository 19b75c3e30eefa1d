import { testApp, type TestApp } from '@testing';
import type { EntityManager } from 'typeorm';
import type { Letter } from './letter';
import { Mail } from './mail';

describe('a letter', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const letter = (over: Partial<Letter> = {}): Letter => ({
    to: { name: 'Maija', address: 'maija@example.fi' },
    person: null,
    kind: 'test',
    language: 'sv',
    content: {
      subject: 'Välkommen',
      blocks: [
        { type: 'text', text: 'Hej & välkommen.\n\nFöljande <stycke>.' },
        { type: 'action', label: 'Bekräfta', url: 'https://luotsi.example/verify?a=1&b="2"' },
      ],
    },
    ...over,
  });
  const post = (given: Letter) =>
    luotsi.database.transaction((manager) => luotsi.app.get(Mail).post(manager, given));

  it('is kept by the transaction that causes it, and not when it comes to nothing', async () => {
    const broken = luotsi.database.transaction(async (manager: EntityManager) => {
      await luotsi.app.get(Mail).post(manager, letter());
      throw new Error('changed its mind');
    });
    await expect(broken).rejects.toThrow();
    expect(await luotsi.letters()).toEqual([]);
    const outside = luotsi.app.get(Mail).post(luotsi.database.manager, letter());
    await expect(outside).rejects.toThrow('transaction');

    const id = await post(letter());
    const [posted] = await luotsi.letters('Maija@Example.fi');
    expect(posted).toMatchObject({ id, kind: 'test', language: 'sv', subject: 'Välkommen' });
    expect(posted?.link).toBe('https://luotsi.example/verify?a=1&b=%222%22');
  });

  it('says the same in HTML and in plain text', async () => {
    const [posted] = await luotsi.letters('maija@example.fi');
    expect(posted?.text).toContain('Hej & välkommen.\n\nFöljande <stycke>.\n\nBekräfta:\nhttps://');
    expect(posted?.html).toContain('Hej &#38; välkommen.');
    expect(posted?.html).toContain('Följande &#60;stycke&#62;.');
    expect(posted?.html).toContain('<html lang="sv">');
    expect(posted?.text).toContain('Lotsen – Vägledarnas utbildningskalender');
    expect(posted?.html).not.toMatch(/<script|src=|http-equiv/);
  });

  it('names the way to stop such letters', async () => {
    const url = 'https://luotsi.example/stop/abc';
    await post(letter({ to: { name: null, address: 'stop@example.fi' }, unsubscribe: { url } }));
    const [posted] = await luotsi.letters('stop@example.fi');
    expect(posted?.text).toContain(`Sluta få sådana här meddelanden: ${url}`);
    expect(posted?.html).toContain(`href="${url}"`);
  });

  it.each(['no address', 'a@b\r\nBcc: c@d', '@example.fi', 'a@', 'a@b c', `${'a'.repeat(320)}@b`])(
    'is not posted to %j',
    async (address) => {
      await expect(post(letter({ to: { name: null, address } }))).rejects.toThrow('address');
    },
  );

  it('leads nowhere but to the web', async () => {
    const content = {
      subject: 's',
      blocks: [{ type: 'action', label: 'x', url: 'javascript:alert(1)' }],
    } as const;
    await expect(post(letter({ content }))).rejects.toThrow('web');
  });

  it('has a subject of one line', async () => {
    const address = 'line@example.fi';
    const content = { subject: 'One\r\nBcc: x@y.fi\ttwo', blocks: [] };
    await post(letter({ to: { name: null, address }, content }));
    expect((await luotsi.letters(address))[0]?.subject).toBe('One Bcc: x@y.fi two');
  });
});
