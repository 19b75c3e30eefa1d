import type { Language } from '@luotsi/platform/model';
import type { Block, LetterContent } from './letter';
import { letterWords as words } from './words';

/** What a letter needs to know besides what it says. */
export interface LetterFrame {
  readonly language: Language;
  /** The address of the service, without a path. */
  readonly origin: string;
  readonly unsubscribe?: string | undefined;
}

/** A letter as it is read, both ways. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Makes HTML and plain text of one content. */
export function renderLetter(content: LetterContent, frame: LetterFrame): RenderedLetter {
  const blocks = content.blocks.map(checked);
  return {
    subject: oneLine(content.subject),
    text: textOf(blocks, frame),
    html: htmlOf(oneLine(content.subject), blocks, frame),
  };
}

function textOf(blocks: readonly Block[], { language, origin, unsubscribe }: LetterFrame): string {
  const parts = blocks.map((block) => {
    switch (block.type) {
      case 'text':
        return block.text.trim();
      case 'action':
        return `${oneLine(block.label)}:\n${block.url}`;
      case 'facts':
        return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
      case 'list':
        return block.items.map((item) => `- ${item}`).join('\n');
      case 'code':
        return `    ${block.text}`;
    }
  });
  const foot = [
    `${words.service[language]} – ${words.about[language]}`,
    origin,
    words.noReply[language],
    ...(unsubscribe ? [`${words.unsubscribe[language]}: ${unsubscribe}`] : []),
  ];
  // "-- " begins a signature in plain text (RFC 3676 §4.3).
  return `${parts.join('\n\n')}\n\n-- \n${foot.join('\n')}\n`;
}

function htmlOf(subject: string, blocks: readonly Block[], frame: LetterFrame): string {
  const { language, origin, unsubscribe } = frame;
  const service = words.service[language];
  const foot = [
    `${service} – ${words.about[language]}`,
    ...(unsubscribe ? [link(unsubscribe, words.unsubscribe[language], 'quiet')] : []),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title><style>${NIGHT}</style></head>
<body class="paper" style="margin:0;padding:0;${look('paper')}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;${FONT}"><tr><td>
<p class="mark" style="margin:0 0 24px;font-size:18px;font-weight:700;${look('mark')}"><a class="mark" href="${escape(origin)}" style="text-decoration:none;${look('mark')}">${escape(service)}</a></p>
<h1 class="ink" style="margin:0 0 20px;font-size:24px;line-height:30px;font-weight:650;${look('ink')}">${escape(subject)}</h1>
${blocks.map((block) => htmlOfBlock(block, language)).join('\n')}
<p class="quiet foot" style="margin:32px 0 0;padding:16px 0 0;font-size:14px;line-height:21px;${look('quiet')}${look('foot')}">${foot.map((line, place) => (place === 0 ? `${escape(line)}<br>${escape(words.noReply[language])}` : line)).join('<br>')}</p>
</td></tr></table></td></tr></table></body></html>
`;
}

function htmlOfBlock(block: Block, language: Language): string {
  switch (block.type) {
    case 'text':
      return block.text
        .trim()
        .split(/\n{2,}/)
        .map((part) => paragraph(lines(part)))
        .join('\n');
    case 'action':
      return `<p style="margin:24px 0 8px"><a class="action" href="${escape(block.url)}" style="display:inline-block;padding:12px 22px;border-radius:6px;font-size:17px;line-height:24px;font-weight:600;text-decoration:none;${look('action')}">${escape(oneLine(block.label))}</a></p>
<p class="quiet" style="margin:0 0 24px;font-size:14px;line-height:21px;word-break:break-all;${look('quiet')}">${words.address[language]}<br>${link(block.url, block.url, 'link')}</p>`;
    case 'facts':
      return `<table class="facts" cellpadding="0" cellspacing="0" border="0" width="100%" style="margin:0 0 20px;border-collapse:collapse">${block.rows
        .map(
          ([label, value]) =>
            `<tr><th class="quiet line" scope="row" align="left" valign="top" style="padding:8px 16px 8px 0;font-weight:400;font-size:15px;line-height:22px;${look('quiet')}${look('line')}">${escape(label)}</th><td class="ink line" valign="top" style="padding:8px 0;font-size:17px;line-height:24px;${look('ink')}${look('line')}">${lines(value)}</td></tr>`,
        )
        .join('')}</table>`;
    case 'list':
      return `<ul class="ink" style="margin:0 0 20px;padding:0 0 0 20px;font-size:17px;line-height:26px;${look('ink')}">${block.items
        .map((item) => `<li style="margin:0 0 6px">${lines(item)}</li>`)
        .join('')}</ul>`;
    case 'code':
      return `<p class="code" style="margin:0 0 20px;padding:14px 18px;border-radius:6px;font:600 22px/30px ui-monospace,Consolas,monospace;letter-spacing:2px;word-break:break-all;${look('code')}">${escape(block.text)}</p>`;
  }
}

const paragraph = (inner: string) =>
  `<p class="ink" style="margin:0 0 16px;font-size:17px;line-height:26px;${look('ink')}">${inner}</p>`;

const link = (url: string, label: string, kind: 'link' | 'quiet') =>
  `<a class="${kind}" href="${escape(url)}" style="${look(kind)}">${escape(label)}</a>`;

const FONT = `font-family:'Hanken Grotesk',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

/** By day in each element, where every program reads it; by night in a sheet, for those that can. */
const colours: Readonly<Record<string, readonly [property: string, day: string, night: string][]>> =
  {
    paper: [['background', '#faf8f5', '#0b1318']],
    ink: [['color', '#1f1d1a', '#e7e3dc']],
    quiet: [['color', '#5d5850', '#aaa69e']],
    mark: [['color', '#0d4c5f', '#8fcbdb']],
    link: [['color', '#0d4c5f', '#8fcbdb']],
    line: [['border-bottom', '1px solid #ded9d1', '1px solid #26333a']],
    foot: [['border-top', '1px solid #ded9d1', '1px solid #26333a']],
    action: [
      ['background', '#f3b33d', '#d8992c'],
      ['color', '#231700', '#191000'],
    ],
    code: [
      ['background', '#f1eeea', '#111c22'],
      ['color', '#1f1d1a', '#e7e3dc'],
    ],
  };

const look = (kind: string) =>
  (colours[kind] ?? []).map(([property, day]) => `${property}:${day};`).join('');

const NIGHT = `@media (prefers-color-scheme:dark){${Object.entries(colours)
  .map(
    ([kind, pairs]) =>
      `.${kind}{${pairs.map(([property, , night]) => `${property}:${night}!important`).join(';')}}`,
  )
  .join('')}}`;

const lines = (text: string) => escape(text.trim()).replaceAll('\n', '<br>');

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** @throws Error where an action's address is not one of the web */
function checked(block: Block): Block {
  if (block.type !== 'action') return block;
  const { protocol, href } = new URL(block.url);
  if (!/^https?:$/.test(protocol)) throw new Error('An action leads to an address of the web.');
  return { ...block, url: href };
}
