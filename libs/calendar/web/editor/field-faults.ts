import { Pipe, type PipeTransform } from '@angular/core';
import type { FieldState } from '@angular/forms/signals';

/**
 * What is wrong with a field, once someone has been at it: `[faults]="form.capacity() | luFaults"`.
 * Impure, since what it reads are signals.
 */
@Pipe({ name: 'luFaults', pure: false })
export class FieldFaults implements PipeTransform {
  transform(state: FieldState<unknown>): readonly string[] {
    return state.touched() ? faultsOf(state) : [];
  }
}

/** What is wrong with a field; what is too long in it the field itself counts. */
export function faultsOf(state: FieldState<unknown>): string[] {
  return state
    .errors()
    .filter(({ kind }) => kind !== 'long')
    .map(({ message = '' }) => message);
}
