import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ForEnrolled } from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import type { DataSource } from 'typeorm';

interface Row {
  readonly status: string | null;
  readonly rooms:
    | readonly (readonly [id: string, start: number, end: number, zone: string, link: string])[]
    | null;
  readonly materials: ForEnrolled['materials'] | null;
}

/** A file of a session's materials. */
export interface MaterialFile {
  readonly name: string;
  readonly content: Buffer;
}

/** What those who have a seat are given: rooms and materials are in no answer that others read. */
@Injectable()
export class ReadForEnrolled {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws ProblemException `not-found`, `not-enrolled` */
  async of(sessionId: string, personId: string): Promise<ForEnrolled> {
    const [row] = await this.database.query<Row[]>(GIVEN, [sessionId, personId]);
    if (!row) throw new ProblemException('not-found');
    if (row.status !== 'confirmed') throw new ProblemException('not-enrolled');
    return {
      rooms: (row.rooms ?? []).map(([meetingId, start, end, timeZone, link]) => ({
        meetingId,
        start: new Date(start).toISOString(),
        end: new Date(end).toISOString(),
        timeZone,
        link,
      })),
      materials: [...(row.materials ?? [])],
    };
  }

  /** @throws ProblemException `not-found`, `not-enrolled` */
  async file(sessionId: string, materialId: string, personId: string): Promise<MaterialFile> {
    const [row] = await this.database.query<
      { status: string | null; name: string; content: Buffer }[]
    >(FILE, [sessionId, personId, materialId]);
    if (!row) throw new ProblemException('not-found');
    if (row.status !== 'confirmed') throw new ProblemException('not-enrolled');
    return { name: row.name, content: row.content };
  }
}

/** $1 session, $2 person. */
const HELD = `
  calendar.session s
  LEFT JOIN calendar.enrolment e ON e.session_id = s.id AND e.person_id = $2`;

const GIVEN = `
  SELECT e.status,
    CASE WHEN s.status = 'published' THEN
      (SELECT json_agg(json_build_array(m.id, (extract(epoch FROM m.start_at) * 1000)::bigint,
          (extract(epoch FROM m.end_at) * 1000)::bigint, m.time_zone, coalesce(m.link, s.link))
          ORDER BY m.start_at, m.id)
        FROM calendar.meeting m
        WHERE m.session_id = s.id AND NOT m.cancelled AND m.end_at > clock_timestamp()
          AND coalesce(m.link, s.link) IS NOT NULL) END AS rooms,
    (SELECT json_agg(json_build_object('id', f.id, 'title', f.title, 'url', f.url,
        'file', CASE WHEN f.url IS NULL THEN json_build_object('name', f.file_name,
          'mediaType', f.media_type, 'size', f.size) END) ORDER BY f.added_at, f.id)
      FROM calendar.material f WHERE f.session_id = s.id) AS materials
  FROM ${HELD} WHERE s.id = $1 AND s.status <> 'draft'`;

const FILE = `
  SELECT e.status, f.file_name AS name, c.content
  FROM ${HELD}
  JOIN calendar.material f ON f.session_id = s.id AND f.id = $3
  JOIN calendar.material_file c ON c.material_id = f.id
  WHERE s.id = $1 AND s.status <> 'draft'`;
