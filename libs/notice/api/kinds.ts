import type { NoticeKind, NoticeKinds } from '@luotsi/platform/model';

/** Nest's token for all slices' kinds of notices in one table. */
export const NOTICE_KINDS = Symbol('NoticeKinds');

/** Whether a kind is listed in Luotsi, or mailed, unless someone has chosen otherwise. */
export const byDefault = (kind: NoticeKind, way: 'app' | 'mail'): boolean =>
  kind.owed !== undefined || (kind[way] ?? true);

/** The names of the kinds that go a way whatever anyone has chosen, and of those that do by default. */
export function kindsBy(kinds: NoticeKinds, way: 'app' | 'mail') {
  const all = Object.entries(kinds);
  return {
    owed: all.filter(([, kind]) => kind.owed).map(([name]) => name),
    usual: all.filter(([, kind]) => byDefault(kind, way)).map(([name]) => name),
    known: all.map(([name]) => name),
  };
}
