import { Controller, Header } from '@nestjs/common';
import { noticeContract } from '@luotsi/notice/model';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { NoticeSettingsDesk } from '../settings/notice-settings';
import { OptOutTokens, type OptOut } from './opt-out-token';

const { getMailChoice, changeMailChoice, unsubscribe } = noticeContract;

/** Opting out from a letter, without signing in: the letter's token is the right to it. */
@Controller()
export class OptOutController {
  constructor(
    private readonly tokens: OptOutTokens,
    private readonly desk: NoticeSettingsDesk,
  ) {}

  @Handle(getMailChoice)
  @Header('cache-control', 'no-store')
  async look(
    @Input() { query }: Received<typeof getMailChoice>,
  ): Promise<Answer<typeof getMailChoice>> {
    return this.standing(await this.known(query.token));
  }

  @Handle(changeMailChoice)
  @Header('cache-control', 'no-store')
  async change(
    @Input() { body }: Received<typeof changeMailChoice>,
  ): Promise<Answer<typeof changeMailChoice>> {
    const about = await this.known(body.token);
    await this.desk.mail(about.person, about.kinds, body.mail);
    return this.standing(about);
  }

  @Handle(unsubscribe)
  @Header('cache-control', 'no-store')
  async oneClick(@Input() { query }: Received<typeof unsubscribe>): Promise<void> {
    const { person, kinds } = await this.known(query.token);
    await this.desk.mail(person, kinds, false);
  }

  private async known(token: string): Promise<OptOut> {
    const about = await this.tokens.read(token);
    if (!about || !(await this.desk.isSomeone(about.person)))
      throw new ProblemException('opt-out-unknown');
    return about;
  }

  private async standing(about: OptOut): Promise<Answer<typeof getMailChoice>> {
    const { kinds } = await this.desk.read(about.person);
    const meant = kinds.filter(({ kind, owed }) => about.kinds.includes(kind) && owed === null);
    return {
      kinds: meant.map(({ kind, name }) => ({ kind, name })),
      mail: meant.some(({ mail }) => mail),
    };
  }
}
