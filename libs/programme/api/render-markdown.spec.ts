import fc from 'fast-check';
import { renderMarkdown } from './render-markdown';

describe('a rendered reading', () => {
  it('keeps what Markdown is for', () => {
    const html = renderMarkdown(
      '## Otsikko\n\n- *yksi*\n- **kaksi** [linkki](https://example.org)',
    );
    expect(html).toBe(
      '<h2>Otsikko</h2>\n<ul>\n<li><em>yksi</em></li>\n' +
        '<li><strong>kaksi</strong> <a href="https://example.org">linkki</a></li>\n</ul>',
    );
  });

  it('leaves the first heading level to the page', () => {
    expect(renderMarkdown('# Iso')).toBe('<h2>Iso</h2>');
  });

  it('may say that a word is in another language', () => {
    expect(renderMarkdown('<span lang="fi">ohjaus</span>')).toContain('<span lang="fi">');
  });

  const hostile = [
    '<script>alert(1)</script>',
    '<ScRiPt src="https://evil.example/x.js"></sCrIpT>',
    '<img src=x onerror=alert(1)>',
    '<p onclick="alert(1)">x</p>',
    '<svg onload=alert(1)><circle/></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>body{display:none}</style>',
    '<p style="position:fixed">x</p>',
    '<form action="https://evil.example"><input name=p></form>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](vbscript:msgbox)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '<a href="//evil.example">x</a>',
    '<a href="https://a.example" target="_blank" onmouseover="x()">x</a>',
    '[x](https://a.example "title\\" onmouseover=\\"alert(1)")',
  ];

  it.each(hostile)('holds nothing that acts: %s', (markdown) => {
    const page = new DOMParserLike(renderMarkdown(markdown));
    expect(page.tags).toEqual(expect.not.arrayContaining(forbiddenTags));
    expect(page.attributes.filter((name) => !['href', 'lang', 'start'].includes(name))).toEqual([]);
    for (const href of page.links) expect(href).toMatch(/^(https?:|mailto:|[/#]?[\w.-])/);
    for (const href of page.links) expect(href).not.toMatch(/^(javascript|data|vbscript|\/\/)/i);
  });

  it('holds only allowed tags, whatever is thrown together', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const page = new DOMParserLike(renderMarkdown(pieces.join('\n')));
        expect(page.tags).toEqual(expect.not.arrayContaining(forbiddenTags));
        expect(page.attributes.filter((name) => name.startsWith('on'))).toEqual([]);
      }),
    );
  });
});

const forbiddenTags = ['script', 'style', 'img', 'svg', 'iframe', 'form', 'input', 'base', 'meta'];

/** Reads tags and attributes out of HTML in which every `<` and `"` of the text is escaped. */
class DOMParserLike {
  private readonly opened: RegExpMatchArray[];
  constructor(html: string) {
    this.opened = [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)];
  }
  get tags() {
    return this.opened.map(([, tag = '']) => tag.toLowerCase());
  }
  get attributes() {
    return this.pairs.map(([, name = '']) => name.toLowerCase());
  }
  get links() {
    return this.pairs.filter(([, name]) => name === 'href').map(([, , value = '']) => value);
  }
  private get pairs() {
    return this.opened.flatMap(([, , text = '']) => [
      ...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g),
    ]);
  }
}
