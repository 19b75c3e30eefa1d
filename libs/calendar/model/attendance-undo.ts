/**
 * Several marks made by one press can be undone for so long after they arrived, by whoever made them:
 * long enough to see that it was the wrong list, too short for anybody to have counted on it. Judged by
 * when things arrive, in milliseconds; later it is a correction, with a reason.
 */
export const UNDO_STAYS = 10 * 60_000;

/** How someone’s mark came to be as it stands. */
export interface MarkStanding {
  readonly person: string;
  /** The press that it stands on; null: something else has been said of the person since. */
  readonly press: string | null;
  readonly by: string | null;
  /** When it arrived. */
  readonly arrived: number;
}

/** That what a press noted of someone is to be undone. */
export interface MarkUndo {
  readonly person: string;
  readonly press: string;
  readonly by: string;
}

/** Why what a press noted of someone stays. */
export type MarkUndoRefusal = 'attendance-noted-since' | 'attendance-undo-late';

/** What undoing leads to. */
export interface MarksUndone {
  /** The marks that become again what they were before: something else, or not noted. */
  readonly restored: readonly MarkStanding[];
  readonly refused: readonly { readonly person: string; readonly why: MarkUndoRefusal }[];
}

/**
 * What becomes of marks that are undone: each is again what it was, as if the press had never been. One
 * that anybody, the person’s own code among them, has changed or said again since stays; so does
 * another’s. Where nothing stands, nothing is left to undo.
 * @param now when the undoing arrives
 */
export function undoMarks(
  standing: ReadonlyMap<string, MarkStanding>,
  undos: readonly MarkUndo[],
  now: number,
): MarksUndone {
  const restored: MarkStanding[] = [];
  const refused: { person: string; why: MarkUndoRefusal }[] = [];
  for (const { person, press, by } of undos) {
    const stands = standing.get(person);
    if (!stands) continue;
    if (stands.press !== press || stands.by !== by)
      refused.push({ person, why: 'attendance-noted-since' });
    else if (now - stands.arrived > UNDO_STAYS)
      refused.push({ person, why: 'attendance-undo-late' });
    else restored.push(stands);
  }
  return { restored, refused };
}
