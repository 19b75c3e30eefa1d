import { Injectable } from '@nestjs/common';
import { identityContract, peopleReach, type Invitation } from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { DataSource } from 'typeorm';
import * as z from 'zod';
import { Parameters } from '../people/people-sql';
import { Places } from '../places';
import type { Principal } from '../principal';
import { INVITATION, INVITATION_STATE } from './invitation-rows';

type Query = Received<typeof identityContract.listInvitations>['query'];

/** Reads invitations, newest first. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly database: DataSource,
    private readonly places: Places,
  ) {}

  async list(
    viewer: Principal,
    { state, cursor, limit }: Query,
  ): Promise<Answer<typeof identityContract.listInvitations>> {
    const { groups } = await this.places.known();
    const { everyone, regions, groups: own } = peopleReach(viewer, groups);
    const parameters = new Parameters();
    const conditions = ['true'];
    if (!everyone) {
      conditions.push(`(i.invited_by = ${parameters.add(viewer.id)} OR EXISTS (
        SELECT FROM identity.invitation_role r WHERE r.invitation_id = i.id
          AND (r.scope_type = 'region' AND r.scope_id = ANY (${parameters.add(regions)}::text[])
            OR r.scope_type = 'group' AND r.scope_id = ANY (${parameters.add(own)}::text[]))))`);
    }
    if (state) conditions.push(`${INVITATION_STATE} = ${parameters.add(state)}`);
    if (cursor) {
      const [sentAt, id] = readCursor(cursor);
      const place = `(${parameters.add(sentAt)}::timestamptz, ${parameters.add(id)}::uuid)`;
      conditions.push(`(i.sent_at, i.id) < ${place}`);
    }
    const rows = await this.database.query<Invitation[]>(
      `SELECT ${INVITATION} FROM identity.invitation i
       LEFT JOIN identity.person by ON by.id = i.invited_by
       WHERE ${conditions.join(' AND ')}
       ORDER BY i.sent_at DESC, i.id DESC LIMIT ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > items.length && last;
    return { items, nextCursor: more ? writeCursor(last) : null };
  }
}

const cursorParts = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

function writeCursor({ sentAt, id }: Invitation): string {
  return Buffer.from(JSON.stringify([sentAt, id])).toString('base64url');
}

/** @throws ProblemException `cursor-wrong` */
function readCursor(cursor: string): [string, string] {
  try {
    return cursorParts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new ProblemException('cursor-wrong');
  }
}
