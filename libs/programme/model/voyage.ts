import {
  continueAt,
  positionOf,
  shareOf,
  unitsInOrder,
  type Continuation,
  type ModuleSteps,
  type Position,
  type ProgrammeSteps,
  type Share,
  type UnitSteps,
} from './progress';

/** A unit on the voyage. */
export interface Mark<Unit extends UnitSteps> {
  readonly unit: Unit;
  readonly position: Position;
}

/** A module on the voyage. */
export interface Leg<Module extends ModuleSteps> {
  readonly module: Module;
  readonly position: Position;
  readonly share: Share;
  readonly marks: readonly Mark<Module['units'][number]>[];
}

/** A programme as someone travels it. */
export interface Voyage<Programme extends ProgrammeSteps> {
  readonly share: Share;
  readonly continuation: Continuation | null;
  readonly legs: readonly Leg<Programme['modules'][number]>[];
}

/**
 * Charts a programme for someone: what is done is behind, where they continue is lit, the rest is
 * ahead.
 * @param done identifiers of the activities that are done
 * @param lastVisited the activity that was visited last, null when none was
 */
export function chartVoyage<Programme extends ProgrammeSteps>(
  programme: Programme,
  done: ReadonlySet<string>,
  lastVisited: string | null,
): Voyage<Programme> {
  const units = unitsInOrder(programme);
  const continuation = continueAt(units, done, lastVisited);
  const stands = (some: readonly UnitSteps[]) => positionOf(some, done, continuation);
  const modules: readonly Programme['modules'][number][] = programme.modules;
  return {
    share: shareOf(units, done),
    continuation,
    legs: modules.map((module) => ({
      module,
      position: stands(module.units),
      share: shareOf(module.units, done),
      marks: module.units.map((unit: Programme['modules'][number]['units'][number]) => ({
        unit,
        position: stands([unit]),
      })),
    })),
  };
}

/** The voyage of someone who hasn't signed in: nothing behind, nothing lit. */
export function chartForVisitor<Programme extends ProgrammeSteps>(
  programme: Programme,
): Voyage<Programme> {
  const { share, legs } = chartVoyage(programme, new Set(), null);
  return {
    share,
    continuation: null,
    legs: legs.map((leg) => ({
      ...leg,
      position: 'ahead',
      marks: leg.marks.map((mark) => ({ ...mark, position: 'ahead' })),
    })),
  };
}
