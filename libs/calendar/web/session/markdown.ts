import { Marked } from 'marked';

/** Headings of a description stand below the page's own: `#` becomes h3. */
const marked = new Marked({
  gfm: true,
  walkTokens: (token) => {
    if (token.type === 'heading') token['depth'] = Math.min(6, Number(token['depth']) + 2);
  },
});

/** Markdown as HTML. It is not yet safe: whatever shows it must sanitise it, as `<lu-content>` does. */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown, { async: false });
}
