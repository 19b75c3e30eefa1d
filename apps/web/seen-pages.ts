import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** An entry of the journey that examines pages: what it is called, and the address or route it opens. */
export interface SeenPage {
  readonly name: string;
  /** `/calendar?q=x` as it is opened, or null where the address is made during the journey. */
  readonly address: string | null;
  /** `sessions/:id`, where the entry says so. */
  readonly route: string | null;
}

/**
 * Reads the list `seen` of the journey `accessible.spec.ts` without running it.
 * @param file path of the journey
 * @throws Error when the list is not there
 */
export function readSeenPages(file: string): SeenPage[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  let list: ts.ArrayLiteralExpression | undefined;
  const look = (node: ts.Node): void => {
    const isList =
      ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === 'seen';
    if (isList && node.initializer && ts.isArrayLiteralExpression(node.initializer))
      list = node.initializer;
    else ts.forEachChild(node, look);
  };
  look(source);
  if (!list) throw new Error(`There is no list \`seen\` in ${file}`);
  return list.elements.map(readEntry);
}

function readEntry(entry: ts.Expression): SeenPage {
  if (ts.isCallExpression(entry)) {
    const address = textOf(entry.arguments[0]);
    return { name: address ?? entry.getText(), address, route: null };
  }
  const fields = new Map<string, ts.Expression>();
  if (ts.isObjectLiteralExpression(entry)) {
    for (const field of entry.properties) {
      if (ts.isSpreadAssignment(field)) return readEntry(field.expression);
      if (ts.isPropertyAssignment(field)) fields.set(field.name.getText(), field.initializer);
    }
  }
  const path = fields.get('path');
  return {
    name: textOf(fields.get('name')) ?? entry.getText(),
    address: path && ts.isArrowFunction(path) ? textOf(path.body) : null,
    route: textOf(fields.get('route'))?.replace(/^\//, '') ?? null,
  };
}

function textOf(node: ts.Node | undefined): string | null {
  return node && ts.isStringLiteralLike(node) ? node.text : null;
}
