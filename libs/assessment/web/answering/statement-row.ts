import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Answer } from '@luotsi/assessment/model';
import type { Framework, Statement } from '@luotsi/framework/model';
import { Field, FieldControl, Format, LocalisedText, useTexts } from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';
import type { Said } from './answering.store';

/**
 * One statement: where one stands on the scale or that it is not part of the work, one's goal on the
 * same line, a note for oneself. Native radio buttons: arrows move within the group.
 */
@Component({
  selector: 'lu-statement-row',
  imports: [Field, FieldControl, LocalisedText, MatButton],
  templateUrl: './statement-row.html',
  styleUrl: './statement-row.scss',
})
export class StatementRow {
  protected readonly t = useTexts(assessmentTexts);
  protected readonly format = inject(Format);
  readonly statement = input.required<Statement>();
  readonly framework = input.required<Framework>();
  readonly answer = input<Answer | undefined>();
  readonly said = output<Said>();

  private pause: ReturnType<typeof setTimeout> | undefined;
  private readonly noteAsked = signal(false);
  protected readonly noting = computed(() => this.noteAsked() || Boolean(this.answer()?.note));
  protected readonly chosen = computed(() =>
    this.framework().scale.find(({ value }) => value === this.answer()?.current),
  );
  /** A goal lies at or above where one stands. */
  protected readonly goals = computed(() => {
    const current = this.answer()?.current ?? null;
    return current === null ? [] : this.framework().scale.filter(({ value }) => value >= current);
  });

  protected aim(text: string): void {
    this.said.emit({ goal: text === '' ? null : Number(text) });
  }

  protected openNote(): void {
    this.noteAsked.set(true);
  }

  /** While one writes, the note is taken at every pause; on leaving the field, at once. */
  protected writing(text: string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.write(text), 700);
  }

  protected write(text: string): void {
    clearTimeout(this.pause);
    const note = text.trim() === '' ? null : text.trim();
    if (note !== (this.answer()?.note ?? null)) this.said.emit({ note });
  }
}
