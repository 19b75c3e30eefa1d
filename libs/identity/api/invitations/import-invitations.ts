import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, peopleReach, type LineFate } from '@luotsi/identity/model';
import { Changes, Jobs, type RunningJob } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { grantRole, IDENTITY } from '../people/people';
import { NOT_ENDED, Parameters, withinReach } from '../people/people-sql';
import { Places, type KnownPlaces } from '../places';
import type { Principal } from '../principal';
import { rolesHeldNow } from '../roles/role-grants';
import { whyNotGiven } from './check-roles';
import { planImport, type ImportCase, type ImportUnit, type KnownPerson } from './plan-import';
import { readTable, type TableLine } from './read-table';
import { SendInvitations } from './send-invitations';

type Body = Received<typeof identityContract.importInvitations>['body'];
type Outcome = Extract<
  LineFate,
  'invited' | 'roles-added' | 'already-invited' | 'role-out-of-scope'
>;

/** More people than this are invited in the background. */
const AT_ONCE = 20;

const KIND = 'identity.import-invitations';

/** What the background work carries. */
interface Carried {
  readonly sender: string;
  readonly units: readonly ImportUnit[];
}

/** What was done: how many addresses came to what. */
export type ImportResult = Partial<Record<Outcome, number>>;

/** Invites those who stand in a file, or tells what would become of each line. */
@Injectable()
export class ImportInvitations implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly jobs: Jobs,
    private readonly places: Places,
    private readonly invitations: SendInvitations,
  ) {}

  onModuleInit(): void {
    this.jobs.work<Carried>(KIND, (carried, job) => this.work(carried, job));
  }

  /** @throws ProblemException `csv-unreadable`, `csv-without-email`, `csv-empty`, `csv-too-long` */
  async import(
    sender: Principal,
    { content, dryRun }: Body,
  ): Promise<Answer<typeof identityContract.importInvitations>> {
    const table = readTable(Buffer.from(content, 'base64'));
    const { lines, units } = planImport(table.lines, await this.caseOf(sender, table.lines));
    const answer = { lines: [...lines], unknownColumns: [...table.unknownColumns] };
    if (dryRun || units.length === 0) return { ...answer, job: null };
    if (units.length <= AT_ONCE) {
      await this.work({ sender: sender.id, units });
      return { ...answer, job: null };
    }
    const job = await this.database.transaction((manager) =>
      this.jobs.start(manager, KIND, sender.id, { sender: sender.id, units } satisfies Carried),
    );
    return { ...answer, job };
  }

  /** Invites, each address by itself: all of its lines or none, and again only what is left. */
  private async work({ sender, units }: Carried, job?: RunningJob): Promise<ImportResult> {
    const known = await this.places.known();
    const done: ImportResult = {};
    for (const [place, unit] of units.entries()) {
      if (await job?.cancelled()) break;
      const outcome = await this.database.transaction((manager) =>
        this.invite(manager, sender, known, unit),
      );
      if (unit.person) this.changes.changedHere(IDENTITY, unit.person);
      done[outcome] = (done[outcome] ?? 0) + 1;
      await job?.progress(place + 1, units.length);
    }
    const count = (done.invited ?? 0) + (done['roles-added'] ?? 0);
    await Audit.record(this.database.manager, {
      action: 'people-imported',
      actor: sender,
      facts: { count },
    });
    return done;
  }

  private async invite(
    manager: EntityManager,
    id: string,
    known: KnownPlaces,
    { email, name, language, roles, person }: ImportUnit,
  ): Promise<Outcome> {
    const [row] = await manager.query<{ name: string }[]>(
      `SELECT name FROM identity.person WHERE id = $1`,
      [id],
    );
    const sender = { id, name: row?.name ?? '', roles: await rolesHeldNow(manager, id) };
    if (roles.some((role) => whyNotGiven(sender, role, known))) return 'role-out-of-scope';
    if (!person) {
      const invitation = { email, name, language, roles, invitedBy: id };
      const sent = await this.invitations.send(manager, sender, known, invitation);
      return sent ? 'invited' : 'already-invited';
    }
    for (const { role, scope } of roles) {
      if (!(await grantRole(manager, person, role, scope, id))) continue;
      await Audit.record(manager, {
        action: 'role-given',
        actor: id,
        subject: person,
        facts: { role, scope: { ...scope } },
      });
    }
    return 'roles-added';
  }

  private async caseOf(sender: Principal, lines: readonly TableLine[]): Promise<ImportCase> {
    const places = await this.places.known();
    const emails = lines.map(({ cells }) =>
      (cells.email ?? '').trim().normalize('NFC').toLowerCase(),
    );
    const parameters = new Parameters();
    const given = parameters.add(emails);
    const reach = withinReach(peopleReach(sender, places.groups), parameters);
    const people = await this.database.query<({ email: string } & KnownPerson)[]>(
      `SELECT p.id, p.email, coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role,
           'scope', jsonb_build_object('type', g.scope_type, 'id', g.scope_id)))
         FROM identity.role_grant g WHERE g.person_id = p.id AND ${NOT_ENDED}), '[]') AS roles
       FROM identity.person p
       LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
       WHERE p.email = ANY (${given}::text[]) ${reach ? `AND ${reach}` : ''}`,
      parameters.values,
    );
    const invited = await this.database.query<{ email: string }[]>(
      `SELECT email FROM identity.invitation WHERE email = ANY ($1) AND invited_by = $2
         AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > now()`,
      [emails, sender.id],
    );
    return {
      sender,
      language: sender.language,
      places,
      people: new Map(people.map(({ email, ...person }) => [email, person])),
      invited: new Set(invited.map(({ email }) => email)),
    };
  }
}
