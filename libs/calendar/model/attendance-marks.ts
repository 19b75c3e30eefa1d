import { CODE_STAYS, type AttendedMeeting } from './attendance-rules';

/**
 * A mark made in the meeting may arrive this long after it and still be no correction: by the evening a
 * phone has found its connection. When it was made is its sender's word alone, so later it needs a reason.
 */
export const ARRIVES_WITHIN = 12 * 60 * 60_000;

/** How attendance was noted: from a list, or by the code shown in the room. */
export type AttendanceSource = 'list' | 'code';

/** What is kept of one person at one meeting. Times in milliseconds since the epoch. */
export interface AttendanceRecord {
  readonly person: string;
  readonly present: boolean;
  readonly source: AttendanceSource;
  /** Who noted it. */
  readonly by: string | null;
  /** When it was noted; of several that say the same, the latest. */
  readonly at: number;
  /** The press of many marks that it stands on; null as soon as anything else is said of the person. */
  readonly press: string | null;
}

/** What someone notes: that a person is, or isn't, there. */
export interface AttendanceMark extends AttendanceRecord {
  /** Why something that stood before is corrected. */
  readonly reason: string | null;
}

/** Why one mark is not kept, the others being. */
export type MarkRefusal = 'attendance-not-enrolled' | 'attendance-reason-needed';

/** What marks lead to. */
export interface MarksTaken {
  /** The records that are new or different. */
  readonly records: readonly AttendanceRecord[];
  /** The history's new lines: every mark that said something else than what stood before it. */
  readonly history: readonly AttendanceMark[];
  readonly refused: readonly { readonly person: string; readonly why: MarkRefusal }[];
}

/** Of two marks for one person the later counts; at the same time, that they are there. */
export function counts(
  mark: Pick<AttendanceRecord, 'at' | 'present'>,
  before: Pick<AttendanceRecord, 'at' | 'present'>,
): boolean {
  return mark.at === before.at ? mark.present && !before.present : mark.at > before.at;
}

/**
 * Whether changing what stands needs a reason: once the meeting is over, when it is a correction.
 * While people come and go, a slip of the thumb is put right with another.
 * @param arrived when the mark arrived
 */
export function needsReason(
  mark: Pick<AttendanceMark, 'present' | 'at'>,
  before: Pick<AttendanceRecord, 'present'> | undefined,
  meeting: Pick<AttendedMeeting, 'end'>,
  arrived: number,
): boolean {
  const over = meeting.end + CODE_STAYS;
  const isLate = mark.at > over || arrived > over + ARRIVES_WITHIN;
  return before !== undefined && before.present !== mark.present && isLate;
}

/**
 * What is kept after marks for one meeting, by whoever they are and in whichever order they arrive:
 * phones lose their connection and send later. Marks are merged by person, the newest counts.
 * @param enrolled who has a seat; others can be marked only where something of them stands already
 * @param arrived when the marks arrived
 */
export function takeMarks(
  before: ReadonlyMap<string, AttendanceRecord>,
  marks: readonly AttendanceMark[],
  {
    enrolled,
    meeting,
    arrived,
  }: {
    readonly enrolled: ReadonlySet<string>;
    readonly meeting: Pick<AttendedMeeting, 'end'>;
    readonly arrived: number;
  },
): MarksTaken {
  const now = new Map(before);
  const changed = new Map<string, AttendanceRecord>();
  const history: AttendanceMark[] = [];
  const refused: { person: string; why: MarkRefusal }[] = [];
  const keep = (record: AttendanceRecord) => {
    now.set(record.person, record);
    changed.set(record.person, record);
  };
  for (const mark of marks) {
    const { person } = mark;
    const stands = now.get(person);
    if (!stands && !enrolled.has(person)) {
      refused.push({ person, why: 'attendance-not-enrolled' });
    } else if (stands && !counts(mark, stands)) {
      // It comes late: what was noted after it stays, and the history tells of both.
      if (mark.present !== stands.present) history.push(mark);
      if (stands.press !== null && stands.press !== mark.press) keep({ ...stands, press: null });
    } else if (mark.reason === null && needsReason(mark, stands, meeting, arrived)) {
      refused.push({ person, why: 'attendance-reason-needed' });
    } else {
      const says = stands?.present === mark.present ? stands : mark;
      if (says === mark) history.push(mark);
      const { present, source, by } = says;
      const isAgain = says.press !== null && says.by === mark.by && source === mark.source;
      keep({ person, present, source, by, at: mark.at, press: isAgain ? mark.press : null });
    }
  }
  return { records: [...changed.values()], history, refused };
}
