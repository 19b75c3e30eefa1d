import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { attendedOf, type AttendedSession } from './attended';

/**
 * Is told, within the transaction that notes it, how people now stand with having attended a session.
 * Told again whenever anything changes: it has to come to the same each time.
 * `by`: who noted it, or changed the session; null: nobody, time alone. What follows from it names them
 * in the log. `undoneSince`: what was noted since then is undone; whoever hasn't been told of what
 * followed need not be.
 */
export type AttendanceListener = (
  manager: EntityManager,
  session: string,
  people: readonly AttendedSession[],
  by: string | null,
  undoneSince: Date | null,
) => Promise<void>;

/**
 * The port by which attendance leads to something: a certificate, a contact-teaching period that is
 * done. Listeners are added once, when their module starts.
 */
@Injectable()
export class AttendanceRecorded {
  private readonly listeners: AttendanceListener[] = [];

  listen(listener: AttendanceListener): void {
    this.listeners.push(listener);
  }

  /**
   * Tells everyone who listens.
   * @param people null when the session itself has changed (its rule, a meeting that is cancelled): it
   *   may then count as attended, or no longer
   */
  async tell(
    manager: EntityManager,
    session: string,
    people: readonly string[] | null,
    by: string | null,
    undoneSince: Date | null = null,
  ): Promise<void> {
    if (this.listeners.length === 0 || people?.length === 0) return;
    const standing = await attendedOf(manager, [session], people);
    for (const listener of this.listeners)
      await listener(manager, session, standing, by, undoneSince);
  }
}
