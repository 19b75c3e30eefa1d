import { LRUCache } from 'lru-cache';
import { Marked } from 'marked';
import sanitize from 'sanitize-html';
import { createHash } from 'node:crypto';

const marked = new Marked({ gfm: true, async: false });

/** What a reading may hold. Anything else is dropped: scripts, styles, images, frames, forms. */
const allowed: sanitize.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br'],
    ...['strong', 'em', 'del', 'code', 'pre', 'a', 'span'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href'], span: ['lang'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  // The page's own heading is the only first-level one.
  transformTags: { h1: 'h2', h5: 'h4', h6: 'h4' },
};

const rendered = new LRUCache<string, string>({ max: 2_000 });

/**
 * Renders Markdown (CommonMark with GitHub's tables) to HTML that is safe to show as it is. Kept in
 * memory by the Markdown's hash: the same text is rendered once.
 */
export function renderMarkdown(markdown: string): string {
  const hash = createHash('sha256').update(markdown).digest('base64');
  const known = rendered.get(hash);
  if (known !== undefined) return known;
  const html = sanitize(marked.parse(markdown, { async: false }), allowed).trim();
  rendered.set(hash, html);
  return html;
}
