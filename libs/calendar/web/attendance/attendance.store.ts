import {
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  Injectable,
  linkedSignal,
  signal,
} from '@angular/core';
import {
  getMeetingAttendance,
  listAttendance,
  meetingAt,
  type AttendanceList,
  type MeetingAttendance,
} from '@luotsi/calendar/model';
import { ApiClient, Connection } from '@luotsi/platform/web';
import { MarkQueue } from './mark-queue';

/** How often it is asked what others have noted meanwhile, in milliseconds. */
const LOOK_AGAIN = 10_000;

/** Someone on the list, as they stand at the meeting shown. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly enrolled: boolean;
  /** Null: nothing has been noted. */
  readonly present: boolean | null;
  readonly byCode: boolean;
  /** Whether it was changed after it was first noted. */
  readonly changed: boolean;
  /** Whether it has yet to be sent. */
  readonly waits: boolean;
}

/** The list of a session: what the service knows, and over it what this device has yet to send. */
@Injectable()
export class AttendanceStore {
  private readonly client = inject(ApiClient);
  private readonly connection = inject(Connection);
  private readonly document = inject(DOCUMENT);
  readonly queue = inject(MarkQueue);
  private readonly session = signal<string | undefined>(undefined);
  private readonly wished = signal<string | undefined>(undefined);
  private readonly clock = signal(Date.now());
  private readonly read = this.client.resource(listAttendance, () => {
    const id = this.session();
    return id === undefined ? undefined : { params: { id } };
  });

  readonly list = this.read.latest;
  readonly problem = this.read.problem;
  readonly meetings = computed(() =>
    (this.list()?.meetings ?? []).filter(({ cancelled }) => !cancelled),
  );
  /** The meeting that is shown: the one that was chosen, else the one that goes on. */
  readonly meeting = computed(() => {
    const wished = this.meetings().find(({ id }) => id === this.wished());
    return wished ?? currentOf(this.meetings(), this.clock());
  });
  /** Before it attendance can't be noted, after it nothing changes without a reason. */
  readonly stage = computed(() => {
    const meeting = this.meeting();
    const closes = this.list()?.session.closes;
    if (!meeting || !closes) return 'early';
    const now = this.clock();
    if (now < Date.parse(meeting.opens)) return 'early';
    if (now > Date.parse(closes)) return 'closed';
    return now > Date.parse(meeting.codeCloses) ? 'over' : 'open';
  });

  private readonly known = linkedSignal<
    AttendanceList | undefined,
    ReadonlyMap<string, MeetingAttendance>
  >({
    source: this.list,
    computation: (list) => new Map(list?.attendance.map((one) => [one.meeting, one])),
  });
  private readonly marks = computed(() => {
    const meeting = this.meeting()?.id ?? '';
    const noted = (this.known().get(meeting)?.marks ?? []).map(
      (mark) => [mark.person, mark] as const,
    );
    const waiting = this.queue.marks().filter((mark) => mark.meeting === meeting);
    return {
      noted: new Map(noted),
      waiting: new Map(waiting.map((mark) => [mark.person, mark])),
    };
  });

  readonly people = computed<readonly Listed[]>(() => {
    const { noted, waiting } = this.marks();
    return (this.list()?.people ?? []).map(({ id, name, enrolled }) => {
      const [mark, own] = [noted.get(id), waiting.get(id)];
      return {
        id,
        name,
        enrolled,
        // What is being undone isn't noted; if it was, the answer tells what.
        present: own ? own.present : (mark?.present ?? null),
        byCode: !own && mark?.source === 'code',
        changed: (mark?.changes ?? 0) > 0,
        waits: own !== undefined,
      };
    });
  });
  /** How many are there, people since deleted among them, and how many might be. */
  readonly here = computed(() => {
    const shown = this.known().get(this.meeting()?.id ?? '');
    const named = [...this.marks().noted.values()].filter(({ present }) => present).length;
    const nameless = (shown?.here ?? 0) - named;
    return this.people().filter(({ present }) => present).length + nameless;
  });
  readonly expected = computed(() =>
    Math.max(
      this.here(),
      this.people().filter(({ enrolled, present }) => enrolled || present).length,
    ),
  );

  constructor() {
    const timer = setInterval(() => {
      this.clock.set(Date.now());
      void this.look();
    }, LOOK_AGAIN);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  open(session: string): void {
    this.session.set(session);
    this.queue.takeUp(session, ({ attendance }) => this.know(attendance));
  }

  /** Shows a meeting; the one that goes on when none is named. */
  show(meeting: string | undefined): void {
    this.wished.set(meeting);
  }

  /** Notes of people whether they are there. */
  note(people: readonly string[], present: boolean, reason: string | null = null): void {
    const meeting = this.meeting()?.id;
    if (meeting === undefined || people.length === 0) return;
    const at = Date.now();
    this.queue.add(people.map((person) => ({ meeting, person, present, reason, at })));
  }

  /** Notes that people are there, at one press. Returns what undoes it. */
  press(people: readonly string[]): () => void {
    const meeting = this.meeting()?.id;
    if (meeting === undefined) return () => undefined;
    const press = crypto.randomUUID();
    const say = (of: readonly string[], present: true | null) => {
      const at = Date.now();
      this.queue.add(of.map((person) => ({ meeting, person, present, reason: null, press, at })));
    };
    say(people, true);
    return () => {
      // Who was tapped since is as they were tapped.
      const { noted, waiting } = this.marks();
      const isPressed = (person: string) => {
        const own = waiting.get(person);
        return own ? own.press === press : noted.get(person)?.present !== false;
      };
      say(people.filter(isPressed), null);
    };
  }

  reload(): void {
    this.read.reload();
  }

  /** What others have noted meanwhile; nothing is said when that can't be asked now. */
  private async look(): Promise<void> {
    const [id, meeting] = [this.session(), this.meeting()?.id];
    const idle = this.document.hidden || this.connection.lost() || this.connection.signInNeeded();
    if (idle || id === undefined || meeting === undefined || this.stage() !== 'open') return;
    try {
      const attendance = await this.client.send(getMeetingAttendance, { params: { id, meeting } });
      this.know(attendance);
      const listed = new Set(this.list()?.people.map((person) => person.id));
      if (attendance.marks.some(({ person }) => !listed.has(person))) this.reload();
    } catch {
      // The next look tells.
    }
  }

  private know(attendance: MeetingAttendance): void {
    this.known.update((known) => new Map([...known, [attendance.meeting, attendance]]));
  }
}

function currentOf(meetings: AttendanceList['meetings'], now: number) {
  const timed = meetings.map((meeting) => ({
    meeting,
    start: Date.parse(meeting.start),
    end: Date.parse(meeting.end),
    cancelled: meeting.cancelled,
  }));
  return meetingAt(timed, now)?.meeting;
}
