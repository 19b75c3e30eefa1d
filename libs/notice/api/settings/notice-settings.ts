import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NoticeSettings, NoticeSettingsChange } from '@luotsi/notice/model';
import { Changes, ProblemException } from '@luotsi/platform/api';
import type { Language, NoticeKinds } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { byDefault, NOTICE_KINDS } from '../kinds';
import { Notices, NOTICES } from '../writing/notices';

interface Row {
  readonly bundle_at: string | null;
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
  readonly choices: readonly { kind: string; app: boolean; mail: boolean }[] | null;
}

/** How people want to be told. Only what differs from the kinds' defaults is kept. */
@Injectable()
export class NoticeSettingsDesk {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(NOTICE_KINDS) private readonly kinds: NoticeKinds,
    private readonly changes: Changes,
  ) {}

  /** Someone's settings: every kind there is, in the order of the house. */
  async read(person: string): Promise<NoticeSettings> {
    const [row] = await this.database.query<Row[]>(SETTINGS, [person]);
    const chosen = new Map((row?.choices ?? []).map((choice) => [choice.kind, choice]));
    return {
      kinds: Object.entries(this.kinds).map(([kind, declared]) => {
        const choice = declared.owed ? undefined : chosen.get(kind);
        return {
          kind,
          name: declared.name,
          owed: declared.owed ?? null,
          app: choice?.app ?? byDefault(declared, 'app'),
          mail: choice?.mail ?? byDefault(declared, 'mail'),
        };
      }),
      bundleAt: minutes(row?.bundle_at),
      quiet: quietOf(row),
    };
  }

  /**
   * Changes them; what is left out stays. What waits to be mailed is looked at again.
   * @throws ProblemException `notice-kind-unknown`, `notice-owed`; then nothing is kept
   */
  async change(person: string, change: NoticeSettingsChange, language: Language): Promise<void> {
    const choices = (change.kinds ?? []).map((choice) => this.checked(choice, language));
    await this.transaction(person, async (manager) => {
      await keepChoices(manager, person, choices);
      await manager.query(RHYTHM, [
        person,
        change.bundleAt !== undefined,
        change.bundleAt ?? null,
        change.quiet !== undefined,
        change.quiet?.from ?? null,
        change.quiet?.until ?? null,
      ]);
    });
  }

  /** Turns the mail of kinds off or on; those that are owed stay as they are. */
  async mail(person: string, names: readonly string[], mail: boolean): Promise<void> {
    const { kinds } = await this.read(person);
    const choices = kinds.filter(({ kind, owed }) => names.includes(kind) && owed === null);
    await this.transaction(person, (manager) =>
      keepChoices(
        manager,
        person,
        choices.map((choice) => ({ ...choice, mail })),
      ),
    );
  }

  /** Whether there still is such a person. */
  async isSomeone(person: string): Promise<boolean> {
    const found = await this.database.query<unknown[]>(
      `SELECT FROM identity.person WHERE id = $1`,
      [person],
    );
    return found.length > 0;
  }

  private checked(choice: Choice, language: Language): Choice {
    const kind = this.kinds[choice.kind];
    if (!kind) throw new ProblemException('notice-kind-unknown', { kind: choice.kind });
    if (kind.owed && !(choice.app && choice.mail)) {
      const facts = { kind: choice.kind, reason: kind.owed[language] };
      throw new ProblemException('notice-owed', facts);
    }
    return choice;
  }

  private async transaction(person: string, work: (manager: EntityManager) => Promise<void>) {
    await this.database.transaction(async (manager) => {
      await work(manager);
      await manager.query(
        `UPDATE notice.notice SET mail_at = now() WHERE person_id = $1 AND mail_at IS NOT NULL`,
        [person],
      );
      await Notices.announce(manager, [person]);
    });
    this.changes.changedHere(NOTICES, person);
  }
}

interface Choice {
  readonly kind: string;
  readonly app: boolean;
  readonly mail: boolean;
}

async function keepChoices(manager: EntityManager, person: string, choices: readonly Choice[]) {
  const last = [...new Map(choices.map((choice) => [choice.kind, choice])).values()];
  await manager.query(
    `INSERT INTO notice.choice (person_id, kind, app, mail)
     SELECT $1, kind, app, mail FROM unnest($2::text[], $3::boolean[], $4::boolean[])
       AS given (kind, app, mail)
     ON CONFLICT (person_id, kind) DO UPDATE SET app = excluded.app, mail = excluded.mail`,
    [
      person,
      last.map(({ kind }) => kind),
      last.map(({ app }) => app),
      last.map(({ mail }) => mail),
    ],
  );
}

/** `16:00:00` as `16:00`. */
export const minutes = (time: string | null | undefined): string | null =>
  time?.slice(0, 5) ?? null;

/** The quiet hours of a row of `notice.rhythm`. */
export function quietOf(row: Pick<Row, 'quiet_from' | 'quiet_until'> | undefined) {
  const [from, until] = [minutes(row?.quiet_from), minutes(row?.quiet_until)];
  return from === null || until === null ? null : { from, until };
}

const SETTINGS = `
  SELECT r.bundle_at, r.quiet_from, r.quiet_until,
    (SELECT json_agg(json_build_object('kind', c.kind, 'app', c.app, 'mail', c.mail))
      FROM notice.choice c WHERE c.person_id = asked.id) AS choices
  FROM (SELECT $1::uuid AS id) asked LEFT JOIN notice.rhythm r ON r.person_id = asked.id`;

const RHYTHM = `
  INSERT INTO notice.rhythm AS r (person_id, bundle_at, quiet_from, quiet_until)
  VALUES ($1, $3, $5, $6)
  ON CONFLICT (person_id) DO UPDATE SET
    bundle_at = CASE WHEN $2::boolean THEN excluded.bundle_at ELSE r.bundle_at END,
    quiet_from = CASE WHEN $4::boolean THEN excluded.quiet_from ELSE r.quiet_from END,
    quiet_until = CASE WHEN $4::boolean THEN excluded.quiet_until ELSE r.quiet_until END`;
