import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  missingOf,
  statusAt,
  type DeskItem,
  type DeskQuery,
  type DeskTask,
  type listOrganisedSessions,
  type SessionForm,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import type { Answer, Language, Localised } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { deskCursor, deskStatement, type DeskRow } from './desk-statement';

type Desk = Answer<typeof listOrganisedSessions>;

/** Instants in it are as PostgreSQL writes them into JSON: with microseconds and an offset. */
interface Row {
  readonly items: readonly ItemRow[] | null;
  readonly first: Desk['first'] | null;
  readonly tasks: number;
  readonly outlines: Desk['outlines'] | null;
  readonly counts: Desk['counts'];
  readonly organisers: Desk['organisers'] | null;
}

interface ItemRow extends DeskRow {
  readonly title: Localised;
  readonly summary: Localised;
  readonly form: SessionForm;
  readonly place: Localised | null;
  readonly link: string | null;
  readonly languages: readonly Language[];
  readonly theme: string | null;
  readonly contact: string;
  readonly accessibility: Localised;
  readonly regionalSeats: readonly string[];
  readonly regionalSeatsUntil: string | null;
  readonly competences: readonly string[];
  readonly group: string | null;
  readonly organisation: string | null;
  readonly organiser: Localised | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly planned_year: number | null;
  readonly planned_month: number | null;
  readonly meetings: readonly { zone: string; place: Localised | null; link: string | null }[];
  readonly series: DeskItem['series'];
  readonly capacity: number;
  readonly confirmed: number;
  readonly offered: number;
  readonly applied: number;
  readonly waitlisted: number;
  readonly came: number | null;
  readonly waitingSince: string | null;
  readonly tasks: readonly DeskTask[];
}

/** Reads the desk of whoever organises or coaches sessions: one statement a page. */
@Injectable()
export class ReadDesk {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async page(person: Principal, query: DeskQuery): Promise<Desk> {
    const { text, values } = deskStatement(person, query);
    const [row] = await this.database.query<Row[]>(text, values);
    if (!row) throw new Error('A statement without FROM has a row.');
    const all = row.items ?? [];
    const shown = all.slice(0, query.limit);
    const last = shown.at(-1);
    const now = Date.now();
    return {
      items: shown.map((item) => toItem(item, now)),
      nextCursor: last && all.length > query.limit ? deskCursor(last) : null,
      first: (row.first ?? []).map(({ session, ...task }) => ({
        ...toTask(task),
        session: { ...session, starts: instant(session.starts) },
      })),
      tasks: row.tasks,
      outlines: (row.outlines ?? []).map(({ asked, ...outline }) => ({
        ...outline,
        asked: new Date(asked).toISOString(),
      })),
      counts: row.counts,
      organisers: row.organisers ?? [],
    };
  }
}

const FINLAND = 'Europe/Helsinki';
const instant = (written: string | null) => written && new Date(written).toISOString();

function toTask({ kind, count, since, due }: DeskTask): DeskTask {
  return { kind, count, since: new Date(since).toISOString(), due: instant(due) };
}

function toItem(row: ItemRow, now: number): DeskItem {
  const { title, form, place, starts, ends, group, organisation, organiser } = row;
  const id = group ?? organisation;
  return {
    id: row.id,
    title,
    status: statusAt(row.status, ends === null ? Infinity : Date.parse(ends), now),
    form,
    place: place ?? row.meetings.find((meeting) => meeting.place)?.place ?? null,
    organiser:
      id && organiser ? { type: group ? 'group' : 'organisation', id, name: organiser } : null,
    starts: instant(starts),
    ends: instant(ends),
    planned:
      row.planned_year === null ? null : { year: row.planned_year, month: row.planned_month },
    timeZone: row.meetings[0]?.zone ?? FINLAND,
    meetings: row.meetings.length,
    series: row.series,
    capacity: row.capacity,
    confirmed: row.confirmed,
    offered: row.offered,
    applied: row.applied,
    waitlisted: row.waitlisted,
    came: row.came,
    waitingSince: instant(row.waitingSince),
    missing: missingOf(row),
    tasks: row.tasks.map(toTask),
  };
}
