import { Injectable } from '@nestjs/common';
import type { NextSession, NextUnit } from '@luotsi/assessment/model';
import { OwnEnrolments, SessionReader } from '@luotsi/calendar/api';
import { isActive, sessionQuery, type EnrolmentItem } from '@luotsi/calendar/model';
import { readUnitsForCompetences, type UnitForCompetence } from '@luotsi/programme/api';
import { DataSource } from 'typeorm';

/** How many sessions a gap shows, and how many are looked through for ones that are open. */
const SHOWN = 3;
const LOOKED_THROUGH = 40;

/** What there is to do about gaps: for each code its sessions and units. */
export interface StepsFor {
  for(code: string): { readonly sessions: NextSession[]; readonly units: NextUnit[] };
}

/** Finds what develops a competence: sessions one can still enrol in, and units of programmes. */
@Injectable()
export class NextSteps {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionReader,
    private readonly enrolments: OwnEnrolments,
  ) {}

  /**
   * @param codes the competences with a gap; one page of the calendar is read for each
   * @param person whose own enrolments are said beside the sessions
   */
  async towards(codes: readonly string[], person: string): Promise<StepsFor> {
    const [own, units, ...sessions] = await Promise.all([
      this.enrolments.all(person),
      readUnitsForCompetences(this.database, codes),
      ...codes.map((code) => this.openSessions(code)),
    ]);
    const held = new Map(own.map((enrolment) => [enrolment.sessionId, enrolment]));
    const found = new Map(codes.map((code, place) => [code, sessions[place] ?? []]));
    return {
      for: (code) => ({
        sessions: (found.get(code) ?? []).map((session) => ({
          session,
          enrolment: standing(held.get(session.id)),
        })),
        units: units.filter(({ competences }) => competences.includes(code)).map(toUnit),
      }),
    };
  }

  private async openSessions(code: string) {
    const query = sessionQuery.parse({ competence: code, limit: LOOKED_THROUGH });
    const { items } = await this.sessions.list(query);
    return items.filter(({ enrolmentOpen }) => enrolmentOpen).slice(0, SHOWN);
  }
}

function standing(enrolment: EnrolmentItem | undefined): NextSession['enrolment'] {
  if (!enrolment) return null;
  const { status, position } = enrolment;
  if (!isActive(status)) return null;
  return { status, ...(position === undefined ? {} : { position }) };
}

function toUnit(unit: UnitForCompetence): NextUnit {
  const { unitId, title, programmeId, moduleTitle, minutes, activityIds } = unit;
  return {
    id: unitId,
    title,
    programme: programmeId,
    moduleTitle,
    minutes,
    activities: [...activityIds],
  };
}
