import type { openApiDocument } from './document';

type Document = ReturnType<typeof openApiDocument>;

interface DescribedOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    name?: string;
    in?: string;
    required?: boolean;
    schema?: unknown;
  }[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, { description?: string; content?: unknown }>>;
}

/** The OpenAPI document as a plain page: headings, tables and schemas, without a script. */
export function documentPage(document: Document): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, DescribedOperation>).map(([method, described]) => ({
      path,
      method: method.toUpperCase(),
      described,
    })),
  );
  const tags = [...new Set(operations.flatMap(({ described }) => described.tags ?? []))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ described }) => described.tags?.includes(tag));
    const about = document.tags?.find(({ name }) => name === tag)?.description ?? '';
    return `<section><h2 id="${escape(tag)}">${escape(tag)}</h2><p>${escape(about)}</p>${own.map(article).join('')}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Luotsi API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api-docs.css"></head><body><main><h1>Luotsi API</h1>
<p>${escape(document.info.description ?? '')}</p>
<p>The same for programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Parts"><ul>${tags
    .map((tag) => `<li><a href="#${escape(tag)}">${escape(tag)}</a></li>`)
    .join('')}</ul></nav>
${sections.join('\n')}
<section><h2 id="schemas">Schemas</h2>${Object.entries(document.components?.schemas ?? {})
    .map(
      ([name, schema]) =>
        `<details id="schema-${escape(name)}"><summary>${escape(name)}</summary>${code(schema)}</details>`,
    )
    .join('')}</section></main></body></html>`;
}

function article(operation: {
  path: string;
  method: string;
  described: DescribedOperation;
}): string {
  const { path, method, described } = operation;
  const roles = (described as { 'x-roles'?: readonly string[] })['x-roles'] ?? [];
  const parameters = (described.parameters ?? [])
    .map(
      (parameter) =>
        `<tr><td><code>${escape(parameter.name ?? '')}</code></td><td>${escape(parameter.in ?? '')}${
          parameter.required ? ', required' : ''
        }</td><td>${code(parameter.schema)}</td></tr>`,
    )
    .join('');
  const responses = Object.entries(described.responses ?? {})
    .map(
      ([status, answer]) =>
        `<tr><td>${escape(status)}</td><td>${escape(answer.description ?? '')}</td><td>${
          status.startsWith('2') ? code(answer.content) : ''
        }</td></tr>`,
    )
    .join('');
  return `<article id="${escape(described.operationId ?? '')}">
<h3><code>${escape(method)} ${escape(path)}</code></h3><p>${escape(described.summary ?? '')}</p>
<p>For: ${escape(roles.join(', '))}</p>
${parameters ? `<table><caption>Parameters</caption><tbody>${parameters}</tbody></table>` : ''}
${described.requestBody ? `<details><summary>Body</summary>${code(described.requestBody)}</details>` : ''}
<table><caption>Responses</caption><tbody>${responses}</tbody></table></article>`;
}

const code = (value: unknown) =>
  value === undefined
    ? ''
    : `<pre tabindex="0"><code>${escape(JSON.stringify(value, null, 1))}</code></pre>`;

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
