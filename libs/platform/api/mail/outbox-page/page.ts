import type { ShownLetter } from './read-outbox';

const states = { waiting: 'odottaa', sent: 'lähetetty', refused: 'palvelin ei ottanut vastaan' };

/** The outbox as a page in Finnish: a dozen lines of style, no script; a letter opens in a frame. */
export function outboxPage(letters: readonly ShownLetter[], nonce: string, to?: string): string {
  const count =
    letters.length === 0 ? 'Ei viestejä' : `${String(letters.length)} viestiä, uusin ensin`;
  return `<!doctype html><html lang="fi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Lähtevä posti – Luotsi</title>
<style nonce="${nonce}">${STYLE}</style></head><body><main>
<h1>Lähtevä posti</h1>
<p class="quiet">${count}${to ? ` osoitteeseen ${escape(to)}. <a href="/dev/outbox">Näytä kaikki</a>` : ''}.
Esittelyssä viestit jäävät tähän, jos postipalvelinta ei ole. Sivu näkyy vain tältä koneelta. Ohjelmille sama JSON-muodossa.</p>
<form method="get"><label for="to">Vastaanottajan osoite</label>
<input id="to" name="to" type="text" value="${escape(to ?? '')}" autocomplete="off"><button>Hae</button></form>
${letters.map(article).join('\n')}
</main></body></html>`;
}

function article(letter: ShownLetter): string {
  const { id, name, to, subject, text, calendars, language, kind, state, at } = letter;
  const receiver = name ? `${name} <${to}>` : to;
  return `<article id="${escape(id)}"><h2 lang="${escape(language)}">${escape(subject)}</h2>
<p class="quiet"><a href="/dev/outbox?to=${escape(encodeURIComponent(to))}">${escape(receiver)}</a> ·
<time datetime="${escape(at)}">${escape(time.format(new Date(at)))}</time> · ${states[state]} · ${escape(kind)}</p>
<pre lang="${escape(language)}">${linked(text)}</pre>
<details><summary>Sellaisena kuin se luetaan</summary><iframe src="/dev/outbox/${escape(id)}" loading="lazy" sandbox="allow-top-navigation-by-user-activation" title="${escape(subject)}"></iframe></details>
${calendars
  .map(
    ({ method, uid, ics }) =>
      `<details><summary>Kalenterikutsu ${escape(method)}, ${escape(uid)}</summary><pre>${escape(ics)}</pre></details>`,
  )
  .join('')}</article>`;
}

const time = new Intl.DateTimeFormat('fi-FI', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Helsinki',
});

/** Addresses of the web become links: that is what one comes for. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part, place) =>
      place % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part),
    )
    .join('');

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);

const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1f1d1a,#e7e3dc);--quiet:light-dark(#5d5850,#aaa69e);--paper:light-dark(#faf8f5,#0b1318);--sunk:light-dark(#f1eeea,#111c22);--line:light-dark(#ded9d1,#26333a);--edge:light-dark(#857e75,#75818a);--link:light-dark(#0d4c5f,#8fcbdb)}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 'Hanken Grotesk Variable',system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:24px 16px 64px}
h1{font-size:32px;line-height:1.2;margin:0 0 8px}h2{font-size:20px;line-height:1.3;margin:0 0 4px;overflow-wrap:anywhere}
p{margin:0 0 16px}.quiet{color:var(--quiet);font-size:15px;overflow-wrap:anywhere}
a{color:var(--link)}article{border-top:1px solid var(--line);padding:24px 0 16px}
form{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:0 0 24px}
input,button{font:inherit;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:6px;padding:6px 12px;min-height:44px;box-sizing:border-box}
input{flex:1 1 14rem;min-width:0}
pre{background:var(--sunk);border-radius:6px;padding:16px;margin:0 0 12px;white-space:pre-wrap;overflow-wrap:anywhere;font:15px/1.5 ui-monospace,Consolas,monospace}
summary{cursor:pointer;padding:8px 0;color:var(--link)}
iframe{width:100%;height:36rem;border:1px solid var(--line);border-radius:6px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}`;
