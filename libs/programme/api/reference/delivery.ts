import type { Localised } from '@luotsi/platform/model';
import type { ActivityKind, ActivityPart, ProgrammeAbout } from '@luotsi/programme/model';
import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import { readings } from './readings';

interface Named {
  readonly id: string;
  readonly title: Localised;
}

/** A topic of a unit, with what has changed since it was written. */
export interface DeliveredTopic extends Named {
  readonly note?: Localised;
  readonly subtopics?: readonly Named[];
}

/** A unit as `programme.json` holds it. */
export interface DeliveredUnit extends Named {
  readonly summary: Localised;
  readonly competences: readonly string[];
  readonly workingForms: readonly ActivityKind[];
  readonly topics: readonly DeliveredTopic[];
  readonly activities: readonly {
    readonly kind: ActivityKind;
    readonly part: ActivityPart;
    readonly minutes: number;
  }[];
}

/** `programme.json`: what is delivered with the product. */
export interface Delivery {
  readonly programmes: readonly (Named & {
    readonly summary: Localised;
    readonly about: ProgrammeAbout;
    readonly modules: readonly (Named & {
      readonly summary: Localised;
      readonly units: readonly DeliveredUnit[];
    })[];
  })[];
}

/** A row to be delivered: its columns, and the hash of what is delivered with it. */
export type DeliveredRow = Readonly<Record<string, unknown>> & { readonly delivered_hash: string };

/** The delivery as rows, by table, parents first. */
export interface DeliveredRows {
  readonly programme: readonly DeliveredRow[];
  readonly module: readonly DeliveredRow[];
  readonly unit: readonly DeliveredRow[];
  readonly activity: readonly DeliveredRow[];
  readonly reading: readonly DeliveredRow[];
}

const NAMESPACE = 'f2a5ac4e-3f0b-5d0c-9c53-6a7f1d1f9a11';

/** The identifier of a delivered activity: the same in every installation (UUID version 5). */
export function activityId(unit: string, kind: ActivityKind, place: number): string {
  return v5(`${unit}/${kind}/${String(place)}`, NAMESPACE);
}

/** Turns the delivery into rows. A unit's hash covers its topics and competences too. */
export function rowsOf(delivery: Delivery): DeliveredRows {
  const rows = {
    programme: [] as DeliveredRow[],
    module: [] as DeliveredRow[],
    unit: [] as DeliveredRow[],
    activity: [] as DeliveredRow[],
    reading: [] as DeliveredRow[],
  };
  delivery.programmes.forEach(({ modules, ...programme }, position) => {
    rows.programme.push(hashed({ ...programme, position }));
    modules.forEach(({ units, ...module }, position) => {
      rows.module.push(hashed({ ...module, programme_id: programme.id, position }));
      units.forEach((unit, position) => {
        rows.unit.push(unitRow(unit, module.id, position));
        addActivities(unit, rows);
      });
    });
  });
  return rows;
}

function unitRow(unit: DeliveredUnit, module_id: string, position: number): DeliveredRow {
  const { id, title, summary, workingForms: working_forms, topics, competences } = unit;
  return hashed(
    { id, module_id, position, title, summary, working_forms },
    { topics, competences },
  );
}

function addActivities(
  unit: DeliveredUnit,
  rows: { activity: DeliveredRow[]; reading: DeliveredRow[] },
): void {
  unit.activities.forEach(({ kind, part, minutes }, position) => {
    const id = activityId(unit.id, kind, position);
    const { title } = unit;
    rows.activity.push(hashed({ id, unit_id: unit.id, position, kind, part, minutes, title }));
    if (kind !== 'reading') return;
    for (const [language, markdown] of Object.entries(readings[unit.id] ?? {})) {
      rows.reading.push(hashed({ activity_id: id, language, markdown }));
    }
  });
}

function hashed(row: Readonly<Record<string, unknown>>, alsoDelivered: unknown = null) {
  const text = JSON.stringify([row, alsoDelivered]);
  return { ...row, delivered_hash: createHash('sha256').update(text).digest('base64url') };
}
