import { Controller } from '@nestjs/common';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { noticeContract } from '@luotsi/notice/model';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import { NoticeMarks } from './notice-marks';
import { NoticeReader } from './notice-reader';

const { listNotices, markNotice, markAllNotices } = noticeContract;

/** A person's own notices. */
@Controller()
export class NoticesController {
  constructor(
    private readonly reader: NoticeReader,
    private readonly marks: NoticeMarks,
  ) {}

  @Handle(listNotices)
  async list(
    @CurrentPerson() person: Principal,
    @Input() { query }: Received<typeof listNotices>,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof listNotices>> {
    const { rows, nextCursor, unread } = await this.reader.page(person.id, query);
    return { items: rows.map((row) => this.reader.words(row, language)), nextCursor, unread };
  }

  @Handle(markNotice)
  async mark(
    @CurrentPerson() person: Principal,
    @Input() { params, body }: Received<typeof markNotice>,
  ): Promise<Answer<typeof markNotice>> {
    await this.marks.mark(person.id, params.id, body.read);
    return this.unread(person);
  }

  @Handle(markAllNotices)
  async markAll(
    @CurrentPerson() person: Principal,
    @Input() { body }: Received<typeof markAllNotices>,
  ): Promise<Answer<typeof markAllNotices>> {
    await this.marks.markAll(person.id, body.until);
    return this.unread(person);
  }

  private async unread({ id }: Principal) {
    const { unread } = await this.reader.page(id, { limit: 0, unread: true });
    return { unread };
  }
}
