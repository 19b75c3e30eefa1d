import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  getAttendanceCode,
  getOrganisedSession,
  meetingAt,
  type AttendanceCode,
} from '@luotsi/calendar/model';
import { ApiClient, asProblem, Language, type ProblemError } from '@luotsi/platform/web';

/** How often it is asked for the code and for how many have come, in milliseconds. */
const LOOK_AGAIN = 3_000;

/** The code as it is shown: until when is told by this device's own clock. */
interface Shown extends AttendanceCode {
  readonly until: number;
}

/** The code of a meeting, always the newest. */
@Injectable()
export class CodeStore {
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly asked = signal<{ id: string; meeting: string | undefined } | undefined>(
    undefined,
  );
  private readonly read = this.client.resource(getOrganisedSession, () => {
    const id = this.asked()?.id;
    return id === undefined ? undefined : { params: { id } };
  });
  private readonly answered = signal<Shown | undefined>(undefined);
  private readonly refused = signal<ProblemError | undefined>(undefined);
  private readonly clock = signal(Date.now());
  private asking = false;

  readonly session = this.read.latest;
  readonly problem = computed(() => this.read.problem() ?? this.refused());
  /** Nobody comes any more: said to the one who shows the code, not to those who enter it. */
  readonly isOver = computed(() => this.refused()?.is('attendance-code-over') ?? false);
  readonly meeting = computed(() => {
    const meetings = (this.session()?.meetings ?? []).map((meeting) => ({
      ...meeting,
      start: Date.parse(`${meeting.start}:00${meeting.startOffset}`),
      end: Date.parse(`${meeting.end}:00${meeting.endOffset}`),
    }));
    const wished = meetings.find(({ id }) => id === this.asked()?.meeting);
    return wished ?? meetingAt(meetings, this.clock());
  });
  /** The last answer there was, also when the code in it counts no more: the numbers still do. */
  readonly shown = this.answered.asReadonly();
  /** Seconds until the next code. */
  readonly left = computed(() => {
    const until = this.answered()?.until ?? 0;
    return Math.max(0, Math.ceil((until - this.clock()) / 1_000));
  });
  /** Whether the code is too old to be shown: it counts for one step more than its own. */
  readonly isStale = computed(() => {
    const shown = this.answered();
    return shown !== undefined && this.clock() > shown.until + (shown.period * 1_000) / 2;
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    const second = setInterval(() => {
      this.clock.set(Date.now());
      if (this.left() === 0) void this.look();
    }, 1_000);
    const look = setInterval(() => void this.look(), LOOK_AGAIN);
    destroyed.onDestroy(() => {
      clearInterval(second);
      clearInterval(look);
    });
  }

  open(id: string, meeting: string | undefined): void {
    this.asked.set({ id, meeting });
  }

  reload(): void {
    if (this.read.problem()) this.read.reload();
    void this.look();
  }

  /** Asks for the code; a lost connection is told by its growing old. */
  async look(): Promise<void> {
    const [id, meeting] = [this.session()?.id, this.meeting()?.id];
    if (id === undefined || meeting === undefined || this.asking || this.isOver()) return;
    this.asking = true;
    try {
      const answer = await this.client.send(getAttendanceCode, { params: { id, meeting } });
      const now = Date.now();
      const step = answer.period * 1_000;
      // By a clock that is wrong the code would have ended already, or stand for ever.
      const left = Math.min(step, Math.max(1_000, Date.parse(answer.expires) - now));
      const same = this.answered()?.code === answer.code ? this.answered() : undefined;
      this.answered.set({ ...answer, until: same?.until ?? now + left });
      this.refused.set(undefined);
      this.clock.set(now);
    } catch (thrown) {
      const problem = asProblem(thrown, this.language.current());
      if (!problem.lostConnection) this.refused.set(problem);
    } finally {
      this.asking = false;
    }
  }
}
