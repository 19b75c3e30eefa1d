import { Controller } from '@nestjs/common';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { noticeContract } from '@luotsi/notice/model';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import { NoticeSettingsDesk } from './notice-settings';

const { getNoticeSettings, changeNoticeSettings } = noticeContract;

/** How a person wants to be told. */
@Controller()
export class NoticeSettingsController {
  constructor(private readonly desk: NoticeSettingsDesk) {}

  @Handle(getNoticeSettings)
  read(@CurrentPerson() person: Principal): Promise<Answer<typeof getNoticeSettings>> {
    return this.desk.read(person.id);
  }

  @Handle(changeNoticeSettings)
  async change(
    @CurrentPerson() person: Principal,
    @Input() { body }: Received<typeof changeNoticeSettings>,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof changeNoticeSettings>> {
    await this.desk.change(person.id, body, language);
    return this.desk.read(person.id);
  }
}
