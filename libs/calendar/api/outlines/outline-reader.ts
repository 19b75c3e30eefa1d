import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  outlineChanges,
  outlineDays,
  outlineMinutes,
  writesOutline,
  type Outline,
  type OutlineContent,
  type OutlineItem,
  type OutlineUse,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { mayPass } from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import type { DataSource } from 'typeorm';
import { LIST, PAGE, VERSIONS } from './outline-sql';

interface ListRow {
  readonly id: string;
  readonly content: OutlineContent;
  readonly published: number | null;
  readonly publishedAt: Date | null;
  readonly changed: boolean;
  readonly changedAt: Date;
  readonly asked: Date | null;
  readonly sessions: number;
  readonly regions: number;
  readonly rating: OutlineItem['rating'];
}

interface PageRow {
  readonly version: number;
  readonly draft: OutlineContent;
  readonly changedAt: Date;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly asked: Date | null;
  readonly versions: Outline['versions'];
  readonly content: OutlineContent | null;
  readonly uses: OutlineUse[];
  readonly rating: Outline['rating'];
}

/** Outlines as their pages show them, to those who organise. */
@Injectable()
export class OutlineReader {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Everything published, and the drafts that the person may write. */
  async list(person: Principal): Promise<OutlineItem[]> {
    const rows = await this.database.query<ListRow[]>(LIST, [
      person.id,
      mayPass('outline.publish', person.roles),
    ]);
    return rows.map(({ content, publishedAt, changedAt, asked, ...row }) => ({
      ...row,
      title: content.title,
      summary: content.summary,
      theme: content.theme,
      competences: content.competences,
      form: content.form,
      seats: content.seats,
      days: outlineDays(content.slots).length,
      minutes: outlineMinutes(content.slots),
      publishedAt: publishedAt?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
      asked: asked?.toISOString() ?? null,
    }));
  }

  /** One outline. @throws ProblemException `not-found`, also for a draft that isn't the person's */
  async one(id: string, person: Principal): Promise<Outline> {
    const [row] = await this.database.query<PageRow[]>(PAGE, [id]);
    const mayWrite = row !== undefined && writesOutline(person, row.authorId);
    const [latest] = row?.versions ?? [];
    if (!row || !(mayWrite || latest)) throw new ProblemException('not-found');
    const { content } = row;
    return {
      id,
      published: latest && content ? { number: latest.number, at: latest.at, content } : null,
      draft: mayWrite
        ? { version: row.version, changedAt: row.changedAt.toISOString(), content: row.draft }
        : null,
      changed: mayWrite && (!content || outlineChanges(content, row.draft).length > 0),
      author: mayWrite ? row.author : null,
      asked: (mayWrite && row.asked?.toISOString()) || null,
      versions: row.versions,
      uses: row.uses,
      rating: row.rating,
      mayWrite,
      mayPublish: mayPass('outline.publish', person.roles),
    };
  }

  /** A published version beside the one before. @throws ProblemException `not-found` */
  async version(id: string, number: number) {
    const rows = await this.database.query<{ number: number; content: OutlineContent }[]>(
      VERSIONS,
      [id, [number - 1, number]],
    );
    const found = rows.find((row) => row.number === number);
    const before = rows.find((row) => row.number === number - 1);
    if (!found) throw new ProblemException('not-found');
    return { ...found, changes: before ? outlineChanges(before.content, found.content) : [] };
  }
}
