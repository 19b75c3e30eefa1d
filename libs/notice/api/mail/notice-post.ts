import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { whenToMail } from '@luotsi/notice/model';
import {
  Changes,
  CONFIGURATION,
  Jobs,
  Mail,
  publicOrigin,
  type Configuration,
  type Letter,
} from '@luotsi/platform/api';
import type { NoticeKind, NoticeKinds } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { byDefault, NOTICE_KINDS } from '../kinds';
import { NOTICES } from '../writing/notices';
import { dueNotices, type DueNotice, type DuePerson } from './due-notices';
import { bundleLetter, noticeLetter } from './letters';
import { OptOutTokens } from './opt-out-token';
import { FATES, POSTING_LOCK, TURN } from './posting-statements';

/** The job that posts what is due. */
export const POST_NOTICES = 'notice.post';

/** About how many notices are looked at in one transaction. */
const TOGETHER = 100;
/** Posting takes at most this share of a process's time: those who use the service go first. */
const SHARE = 1 / 5;

/** What becomes of a notice's mail. */
interface Fate {
  readonly person: string;
  readonly id: string;
  readonly mailed: boolean;
  /** When it is to be looked at again; null: never. */
  readonly again: Date | null;
}

/**
 * Posts the letters that notices ask for, when their people want them. What is to be looked at stands
 * in the notices' own rows: a letter is posted, and its notice marked, in one transaction, so that
 * each is posted once. New ones are heard of at once; every minute looks for what has become due.
 */
@Injectable()
export class NoticePost implements OnModuleInit {
  private readonly logger = new Logger(NoticePost.name);
  private readonly origin: string;
  private running: Promise<void> | undefined;
  private heard = false;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(NOTICE_KINDS) private readonly kinds: NoticeKinds,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly changes: Changes,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly tokens: OptOutTokens,
  ) {
    this.origin = publicOrigin(configuration);
  }

  async onModuleInit(): Promise<void> {
    this.jobs.every(POST_NOTICES, '* * * * *', () => this.post());
    if (!this.configuration.LUOTSI_JOBS) return;
    await this.changes.listen(NOTICES, () => {
      this.heard = true;
      this.running ??= this.postWhatIsHeard();
    });
  }

  /**
   * Posts all that is due, a few hundred at a time; elsewhere it is being done already when it is.
   * @param now when it is now; by the database's clock unless given
   * @returns how many letters were posted
   */
  async post(now?: Date): Promise<number> {
    let posted = 0;
    for (;;) {
      const began = Date.now();
      const some = await this.database.transaction((manager) => this.some(manager, now));
      posted += some.letters;
      // Fewer than asked for: that was all. What has been written meanwhile is heard of.
      if (some.looked < TOGETHER) return posted;
      await pause((Date.now() - began) * (1 / SHARE - 1));
    }
  }

  private async postWhatIsHeard(): Promise<void> {
    try {
      while (this.heard) {
        await pause(100);
        this.heard = false;
        await this.post();
      }
    } catch {
      this.logger.warn('Letters about notices could not be posted; the next minute tries again.');
    }
    this.running = undefined;
  }

  private async some(manager: EntityManager, given: Date | undefined) {
    const [turn] = await manager.query<{ mine: boolean; now: Date }[]>(TURN, [POSTING_LOCK]);
    const now = given ?? turn?.now ?? new Date();
    const people = turn?.mine ? await dueNotices(manager, now, TOGETHER) : [];
    const decided = await Promise.all(people.map((person) => this.decide(person, now)));
    const letters = decided.flatMap((one) => one.letters);
    const fates = decided.flatMap((one) => one.fates);
    await this.hand(manager, letters);
    if (fates.length > 0)
      await manager.query(FATES, [
        fates.map(({ person }) => person),
        fates.map(({ id }) => id),
        fates.map(({ again }) => again),
        fates.map(({ mailed }) => mailed),
      ]);
    return { looked: fates.length, letters: letters.length };
  }

  /** Posts letters together; where one of them can't be, each by itself, so that others go all the same. */
  private async hand(manager: EntityManager, letters: readonly Letter[]): Promise<void> {
    if (letters.length === 0) return;
    try {
      await manager.transaction((inner) => this.mail.postAll(inner, letters));
    } catch {
      for (const letter of letters) {
        await manager
          .transaction((inner) => this.mail.post(inner, letter))
          .catch(() => this.logger.error(`A letter about ${letter.kind} could not be posted.`));
      }
    }
  }

  /** What of a person's notices is mailed now, and how. */
  private async decide(person: DuePerson, now: Date) {
    const when = person.notices.map((notice) => ({
      notice,
      at: this.whenOf(person, notice),
    }));
    const due = when.filter(({ at }) => at !== null && at <= now.getTime());
    const fates = when.map(({ notice: { id }, at }): Fate => {
      const again = at === null || at <= now.getTime() ? null : new Date(at);
      return { person: person.id, id, again, mailed: at !== null && again === null };
    });
    const told = due.map(({ notice }) => notice);
    const pressing = told.filter((notice) => this.isPressing(notice));
    const inBundle =
      person.rhythm.bundleAt === null ? [] : told.filter((one) => !pressing.includes(one));
    const groups =
      inBundle.length > 1 ? [...pressing.map((one) => [one]), inBundle] : told.map((one) => [one]);
    const letters = await Promise.all(groups.map((group) => this.letter(person, group)));
    return { fates, letters };
  }

  private whenOf(person: DuePerson, notice: DueNotice): number | null {
    const kind = this.kinds[notice.kind];
    const wanted =
      kind !== undefined &&
      person.verified &&
      (kind.owed !== undefined || (notice.chosen ?? byDefault(kind, 'mail')));
    const { writtenAt } = notice;
    return whenToMail({ wanted, pressing: this.isPressing(notice), writtenAt }, person.rhythm);
  }

  private isPressing({ kind, urgent }: DueNotice): boolean {
    return urgent && this.kinds[kind]?.owed !== undefined;
  }

  private async letter(person: DuePerson, notices: readonly DueNotice[]): Promise<Letter> {
    const told = notices.flatMap((notice) => {
      const kind = this.kinds[notice.kind];
      return kind ? [{ ...notice, name: notice.kind, kind }] : [];
    });
    const [only] = told;
    const kinds = [...new Set(told.filter(({ kind }) => !isOwed(kind)).map(({ name }) => name))];
    const token = await this.tokens.make({ person: person.id, kinds });
    const { language } = person;
    return {
      to: { name: person.name, address: person.email },
      person: person.id,
      kind: told.length === 1 && only ? only.name : 'notice-bundle',
      language,
      content:
        told.length === 1 && only
          ? noticeLetter(language, only, this.origin)
          : bundleLetter(language, told, this.origin),
      ...(kinds.length > 0
        ? { unsubscribe: { url: `${this.origin}/unsubscribe?token=${token}` } }
        : {}),
    };
  }
}

const isOwed = (kind: NoticeKind) => kind.owed !== undefined;

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
