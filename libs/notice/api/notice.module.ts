import { Module } from '@nestjs/common';
import { OptOutController } from './mail/opt-out.controller';
import { OptOutTokens } from './mail/opt-out-token';
import { NoticePost } from './mail/notice-post';
import { NoticeMarks } from './reading/notice-marks';
import { NoticeReader } from './reading/notice-reader';
import { NoticesController } from './reading/notices.controller';
import { NoticeSettingsDesk } from './settings/notice-settings';
import { NoticeSettingsController } from './settings/settings.controller';
import { NewsReader } from './stream/news-reader';
import { NoticeStreams } from './stream/notice-streams';
import { StreamController } from './stream/stream.controller';

/** What people are told: in Luotsi, live, and by mail. */
@Module({
  controllers: [NoticesController, NoticeSettingsController, StreamController, OptOutController],
  providers: [
    NoticeReader,
    NoticeMarks,
    NoticeSettingsDesk,
    NewsReader,
    NoticeStreams,
    OptOutTokens,
    NoticePost,
  ],
})
export class NoticeModule {}
