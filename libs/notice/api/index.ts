/** How people are told of things: `Notices.write` in the transaction that causes them. */
import { noticeContract, noticeProblems } from '@luotsi/notice/model';
import type { Slice } from '@luotsi/platform/api';
import { operationsOf } from '@luotsi/platform/model';
import { Notices1764000150000 } from './migrations/notices';
import { noticeData, noticeRetention } from './personal-data';
import { NoticeModule } from './notice.module';

export { NOTICE_KINDS } from './kinds';
export { Notices, type NewNotice, type NoticePart } from './writing/notices';

/** Notices as the app lists them. */
export const noticeSlice: Slice = {
  name: 'notice',
  about: 'What people are told, and how they wish to be told.',
  module: NoticeModule,
  entities: [],
  migrations: [Notices1764000150000],
  operations: operationsOf(noticeContract),
  problems: noticeProblems,
  personalData: noticeData,
  retention: noticeRetention,
};
