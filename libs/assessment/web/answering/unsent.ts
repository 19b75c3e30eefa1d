import { inject, Injectable } from '@angular/core';
import { answer, type Answer } from '@luotsi/assessment/model';
import { OwnStorage } from '@luotsi/platform/web';
import * as z from 'zod';

const answers = z.array(answer);
const nameOf = (assessment: string) => `answers/${assessment}`;

/** Answers that have not been sent yet, kept on this device until they are, or until signing out. */
@Injectable({ providedIn: 'root' })
export class Unsent {
  private readonly storage = inject(OwnStorage);

  /** What is left of a person's answers to an assessment; what can't be read counts as none. */
  read(person: string, assessment: string): ReadonlyMap<string, Answer> {
    const kept = answers.safeParse(this.storage.read(person, nameOf(assessment)));
    return new Map((kept.data ?? []).map((one) => [one.statement, one]));
  }

  /** Keeps what is left; nothing left, nothing kept. */
  keep(person: string, assessment: string, left: ReadonlyMap<string, Answer>): void {
    if (left.size === 0) this.storage.drop(person, nameOf(assessment));
    else this.storage.keep(person, nameOf(assessment), [...left.values()]);
  }
}
