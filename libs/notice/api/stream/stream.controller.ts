import { Controller, Req, Res } from '@nestjs/common';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { noticeContract } from '@luotsi/notice/model';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Language, Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStream } from './event-stream';
import { NoticeStreams } from './notice-streams';
import { readCursor } from './stream-cursor';

const { streamNotices } = noticeContract;

/** Notices as they come. */
@Controller()
export class StreamController {
  constructor(private readonly streams: NoticeStreams) {}

  @Handle(streamNotices)
  stream(
    @CurrentPerson() person: Principal,
    @Input() { query }: Received<typeof streamNotices>,
    @RequestLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    this.streams.makeRoom(person.id);
    const last = request.headers['last-event-id'];
    const seen = readCursor(typeof last === 'string' ? last : query.since);
    const { headers } = request;
    this.streams.add({
      person: person.id,
      language,
      request: { headers: { cookie: headers.cookie } },
      stream: EventStream.open(reply),
      seen,
    });
  }
}
