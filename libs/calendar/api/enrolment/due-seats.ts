import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@luotsi/platform/api';
import { CalendarDatabase } from '../calendar-database';
import { EnrolmentRegister } from './enrolment-register';

/** How many sessions are settled at a time; the rest a minute later. */
const AT_ONCE = 500;

/**
 * Every minute: offers that have expired go to the next in line, regional seats whose time has come
 * to everyone. When it is late, whoever comes to such a session first does the same.
 */
@Injectable()
export class DueSeats implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: CalendarDatabase,
    private readonly register: EnrolmentRegister,
  ) {}

  onModuleInit(): void {
    this.jobs.every('calendar.due-seats', '* * * * *', () => this.settle());
  }

  /** Settles every session in which something is due. */
  async settle(): Promise<void> {
    const rows = await this.database.rows<{ id: string }>({
      name: 'due seats',
      // The index is read up to `now()`; `clock_timestamp()` would be asked of every row in it.
      text: `SELECT id FROM calendar.session
        WHERE due_at <= now() AND status = 'published' ORDER BY due_at LIMIT $1`,
      values: [AT_ONCE],
    });
    await Promise.all(rows.map(({ id }) => this.register.settle(id)));
  }
}
