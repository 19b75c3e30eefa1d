import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { asksSecondStep, waysOfSecondStep, type SecondStepKind } from '@luotsi/identity/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { SessionOpening, type OpenSession } from '../session/session-opening';
import { Sessions } from '../session/sessions';
import { HalfSignIns } from './half-sign-ins';
import { readMethods } from './methods';

/** What is looked at of a request: its cookies and the kind of browser. */
type Asking = Pick<FastifyRequest, 'headers'>;

/** Who is in, or what the second step may be taken with. */
export type Admitted =
  OpenSession | { readonly secondStep: readonly SecondStepKind[]; readonly cookies: string[] };

/** Lets in who has shown who they are: at once, or after their second step. */
@Injectable()
export class Admission {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly opening: SessionOpening,
    private readonly sessions: Sessions,
    private readonly halves: HalfSignIns,
  ) {}

  /**
   * After the first step. A session that was open in this browser ends.
   * @param way what the first step was: `password`
   * @returns null when there is no such person any more
   */
  async admit(person: string, way: string, request: Asking): Promise<Admitted | null> {
    const methods = await readMethods(this.database, person);
    if (methods === null) return null;
    if (!asksSecondStep(methods)) return this.open(person, way, request, false);
    await this.endFormer(request);
    return {
      secondStep: waysOfSecondStep(methods),
      cookies: [await this.halves.begin(person, way)],
    };
  }

  /** After both steps, or what counts as both. */
  async complete(person: string, way: string, request: Asking): Promise<OpenSession | null> {
    const opened = await this.open(person, way, request, true);
    return opened && { ...opened, cookies: [...opened.cookies, await this.halves.farewell()] };
  }

  private async open(
    person: string,
    way: string,
    request: Asking,
    secondStep: boolean,
  ): Promise<OpenSession | null> {
    const userAgent = request.headers['user-agent'];
    const opened = await this.opening.open({ person, way, userAgent, secondStep });
    if (opened) await this.endFormer(request);
    return opened;
  }

  /** Nobody goes on with a session that someone has planted in their browser. */
  private async endFormer(request: Asking): Promise<void> {
    const former = this.sessions.tokenOf(request);
    if (former) await this.sessions.end(former);
  }
}
