import { Component, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { SessionItem } from '@luotsi/calendar/model';
import { asProblem, Language, ProblemNotice, useTexts } from '@luotsi/platform/web';
import type { ProblemError } from '@luotsi/platform/web';
import { OwnEnrolments } from '../enrolment/own-enrolments.store';
import { InterestClient } from './interest-client';
import { interestTexts } from './texts';

/** Saying that one is interested in a session that has no date yet, and taking it back. */
@Component({
  selector: 'lu-interest-panel',
  imports: [MatButton, ProblemNotice, RouterLink],
  template: `
    <p class="quiet small">{{ t('how') }}</p>
    @if (own.visitor() === true) {
      <a
        matButton="filled"
        routerLink="/sign-in"
        [queryParams]="{ returnTo: '/sessions/' + session().id }"
        >{{ t('signIn') }}</a
      >
    } @else if (own.visitor() === false && !own.may()) {
      <p class="quiet small">{{ t('notYours') }}</p>
    } @else if (is() !== undefined) {
      <button
        type="button"
        [matButton]="is() ? 'outlined' : 'filled'"
        [attr.aria-disabled]="sending() ? true : null"
        (click)="press()"
      >
        {{ t(sending() ? 'sending' : is() ? 'takeBack' : 'show') }}
      </button>
    }
    <p role="status">{{ said() }}</p>
    <lu-problem [of]="problem()" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      justify-items: start;
    }

    :host(:focus) {
      outline: none;
    }
  `,
  host: { tabindex: '-1', class: 'no-print' },
})
export class InterestPanel {
  protected readonly t = useTexts(interestTexts);
  protected readonly own = inject(OwnEnrolments);
  private readonly client = inject(InterestClient);
  private readonly language = inject(Language);
  readonly session = input.required<SessionItem>();
  /** Whether the person is interested; undefined until it is known. */
  readonly interested = input<boolean | undefined>();
  readonly changed = output<boolean>();
  /** The page's own view may be older, and newer when it is read again. */
  protected readonly is = linkedSignal(() => this.interested());
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  /** Sends it once, however often it is pressed; a lost answer is asked for. */
  protected async press(): Promise<void> {
    if (this.sending()) return;
    const { id } = this.session();
    const wanted = !this.is();
    this.sending.set(true);
    this.said.set('');
    this.problem.set(undefined);
    try {
      await (wanted ? this.client.show(id) : this.client.takeBack(id));
      this.end(wanted, wanted);
    } catch (thrown) {
      const problem = asProblem(thrown, this.language.current());
      const known = problem.lostConnection
        ? await this.client.isInterested(id).catch(() => undefined)
        : undefined;
      if (known === undefined) this.problem.set(problem);
      else this.end(known, wanted);
      // Somebody else may have set the date or called it off meanwhile.
      if (!problem.lostConnection) this.changed.emit(this.is() ?? false);
    }
    this.sending.set(false);
  }

  private end(is: boolean, wanted: boolean): void {
    this.is.set(is);
    this.said.set(this.t(is !== wanted ? 'missed' : is ? 'shown' : 'takenBack'));
    this.changed.emit(is);
    this.host.nativeElement.focus();
  }
}
