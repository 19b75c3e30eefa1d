import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { getAttendanceHistory } from '@luotsi/calendar/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Format,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import type { Listed } from './attendance.store';
import { attendanceTexts } from './texts';

/** How someone's mark came to be as it is, and changing it with a reason; the browser's own dialog. */
@Component({
  selector: 'lu-correction',
  imports: [Field, FieldControl, MatButton, ProblemNotice, Skeleton],
  templateUrl: './correction.html',
  styleUrl: './correction.scss',
})
export class Correction {
  protected readonly t = useTexts(attendanceTexts);
  protected readonly format = inject(Format);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly reason = viewChild<ElementRef<HTMLInputElement>>('reason');

  readonly session = input.required<string>();
  readonly meeting = input.required<string>();
  readonly person = input.required<Listed>();
  readonly mayCorrect = input.required<boolean>();
  /** Whether a change needs a reason: while the meeting goes on, a tap on the list is enough. */
  readonly needsReason = input.required<boolean>();
  /** The reason with which the mark is to become its opposite. */
  readonly correct = output<string>();
  readonly closed = output();

  protected readonly missing = signal(false);
  protected readonly history = inject(ApiClient).resource(getAttendanceHistory, () => ({
    params: { id: this.session(), meeting: this.meeting(), person: this.person().id },
  }));

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  /** Whether it waited for a connection, long enough to be worth telling. */
  protected cameLate({ at, keptAt }: { readonly at: string; readonly keptAt: string }): boolean {
    return Date.parse(keptAt) - Date.parse(at) > 5 * 60_000;
  }

  protected send(event: Event): void {
    event.preventDefault();
    const reason = this.reason()?.nativeElement.value.trim() ?? '';
    this.missing.set(reason === '');
    if (reason === '') this.reason()?.nativeElement.focus();
    else this.correct.emit(reason);
  }
}
