import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Jobs, newId, SLICES, type RunningJob, type Slice } from '@luotsi/platform/api';
import type { Language, Localised } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../../audit/audit';
import { Places, type KnownPlaces } from '../../places';
import { fileNameOf, writeCopy, type Collected } from './write-copy';

/** Days for which a copy can be fetched. */
export const COPY_DAYS = 7;

/** A part of a copy as it is kept: a row stays well below what PostgreSQL likes to hold at once. */
const PART = 262_144;

const KIND = 'identity.data-copy';

/** A copy as its person sees it. */
export interface OwnCopy {
  readonly id: string;
  readonly state: 'making' | 'ready' | 'failed';
  readonly bytes: number | null;
  readonly until: string | null;
}

/** A finished copy on its way to its person. */
export interface Download {
  readonly fileName: string;
  readonly content: Buffer;
}

/** Copies of everything that is kept about a person, made in the background, one at a time. */
@Injectable()
export class Copies implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(SLICES) private readonly slices: readonly Slice[],
    private readonly jobs: Jobs,
    private readonly places: Places,
  ) {}

  onModuleInit(): void {
    this.jobs.work<{ copy: string }>(KIND, ({ copy }, job) => this.make(copy, job));
  }

  /** Begins a copy, unless one is being made or was made within the minute. Returns its job. */
  request(person: string, language: Language): Promise<string> {
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT FROM identity.person WHERE id = $1 FOR UPDATE', [person]);
      const [begun] = await manager.query<{ job_id: string }[]>(
        `SELECT c.job_id FROM identity.data_copy c JOIN platform.job j ON j.id = c.job_id
         WHERE c.person_id = $1 AND c.expires_at > now()
           AND (j.ended_at IS NULL OR j.state = 'done' AND c.made_at > now() - interval '1 minute')
         ORDER BY c.asked_at DESC LIMIT 1`,
        [person],
      );
      if (begun) return begun.job_id;
      const copy = newId();
      const job = await this.jobs.start(manager, KIND, person, { copy });
      await manager.query(
        `INSERT INTO identity.data_copy (id, person_id, job_id, language, expires_at)
         VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))`,
        [copy, person, job, language, COPY_DAYS],
      );
      await Audit.record(manager, { action: 'data-requested', actor: person, subject: person });
      return job;
    });
  }

  /** A person's latest copy. */
  async latest(person: string): Promise<OwnCopy | null> {
    const [row] = await this.database.query<
      { id: string; state: string | null; bytes: number | null; expires_at: Date }[]
    >(
      `SELECT c.job_id AS id, j.state, c.bytes, c.expires_at
       FROM identity.data_copy c LEFT JOIN platform.job j ON j.id = c.job_id
       WHERE c.person_id = $1 AND c.expires_at > now() ORDER BY c.asked_at DESC LIMIT 1`,
      [person],
    );
    if (!row || row.state === 'cancelled') return null;
    const isGoing = row.state === 'waiting' || row.state === 'running';
    const state = row.bytes !== null ? 'ready' : isGoing ? 'making' : 'failed';
    return {
      id: row.id,
      state,
      bytes: row.bytes,
      until: state === 'ready' ? row.expires_at.toISOString() : null,
    };
  }

  /** A person's own finished copy, by its id or its job's; null when there is none. */
  download(person: string, id: string): Promise<Download | null> {
    return this.database.transaction(async (manager) => {
      const [row] = await manager.query<{ id: string; language: Language; made_at: Date }[]>(
        `SELECT id, language, made_at FROM identity.data_copy
         WHERE (id = $1 OR job_id = $1) AND person_id = $2
           AND made_at IS NOT NULL AND expires_at > now()`,
        [id, person],
      );
      if (!row) return null;
      const parts = await manager.query<{ content: Buffer }[]>(
        'SELECT content FROM identity.data_copy_part WHERE copy_id = $1 ORDER BY place',
        [row.id],
      );
      await Audit.record(manager, { action: 'data-downloaded', actor: person, subject: person });
      return {
        fileName: fileNameOf(row.language, row.made_at),
        content: Buffer.concat(parts.map(({ content }) => content)),
      };
    });
  }

  private async make(id: string, job: RunningJob): Promise<{ id: string } | undefined> {
    const keeping = this.slices.filter(({ personalData }) => personalData);
    const total = keeping.length + 1;
    const [asked] = await this.database.query<
      { person_id: string; name: string; language: Language }[]
    >(
      `SELECT c.person_id, p.name, c.language FROM identity.data_copy c
       JOIN identity.person p ON p.id = c.person_id WHERE c.id = $1`,
      [id],
    );
    if (!asked) return undefined;
    const words = await this.places.known().then((places) => wordsOf(this.slices, places));
    const collected: Collected[] = [];
    // One moment for all of it, whatever changes meanwhile.
    await this.database.transaction('REPEATABLE READ', async (manager) => {
      for (const { name, personalData } of keeping) {
        await job.progress(collected.length, total);
        if (!personalData || (await job.cancelled())) continue;
        const data = await personalData.collect(manager, asked.person_id);
        collected.push({ slice: name, data, words: { ...words, ...personalData.words } });
      }
    });
    if (await job.cancelled()) return undefined;
    const { name, language } = asked;
    const zip = writeCopy({ name, language, at: new Date(), collected });
    await this.database.transaction((manager) => keep(manager, id, asked.person_id, zip));
    await job.progress(total, total);
    return { id };
  }
}

/** Words that any slice's data may have in it: those of the others, of notices, of places. */
function wordsOf(
  slices: readonly Slice[],
  { regions, groups }: KnownPlaces,
): Readonly<Record<string, Localised>> {
  const kinds = slices.flatMap(({ notices = {} }) => Object.entries(notices));
  return {
    ...Object.fromEntries(regions),
    ...Object.fromEntries([...groups].map(([id, { name }]) => [id, name])),
    ...Object.fromEntries(kinds.map(([kind, { name }]) => [kind, name])),
    ...Object.assign({}, ...slices.map(({ personalData }) => personalData?.words ?? {})),
  };
}

/** Keeps a copy in parts; earlier ones go. */
async function keep(
  manager: EntityManager,
  id: string,
  person: string,
  zip: Uint8Array,
): Promise<void> {
  await manager.query('DELETE FROM identity.data_copy WHERE person_id = $1 AND id <> $2', [
    person,
    id,
  ]);
  await manager.query('DELETE FROM identity.data_copy_part WHERE copy_id = $1', [id]);
  for (let place = 0; place * PART < zip.length; place += 1) {
    await manager.query(
      'INSERT INTO identity.data_copy_part (copy_id, place, content) VALUES ($1, $2, $3)',
      [id, place, Buffer.from(zip.subarray(place * PART, (place + 1) * PART))],
    );
  }
  await manager.query(
    `UPDATE identity.data_copy SET made_at = now(), bytes = $2,
       expires_at = now() + make_interval(days => $3) WHERE id = $1`,
    [id, zip.length, COPY_DAYS],
  );
}
