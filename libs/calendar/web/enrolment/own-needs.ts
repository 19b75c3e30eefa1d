import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { EnrolmentNeeds, SessionPage } from '@luotsi/calendar/model';
import { asProblem, Language, Notices, ProblemNotice, useTexts } from '@luotsi/platform/web';
import type { ProblemError } from '@luotsi/platform/web';
import { EnrolmentClient } from './enrolment-client';
import { NeedsFields } from './needs-fields';
import { noNeeds, saysSomething } from './needs-words';
import { enrolmentTexts } from './texts';

/** What the organiser has been told, to read and to change. What is typed stays until it is kept. */
@Component({
  selector: 'lu-own-needs',
  imports: [MatButton, NeedsFields, ProblemNotice],
  template: `
    @if (editing()) {
      <form class="stack" (submit)="save($event)">
        <lu-needs-fields
          [asksDiet]="session().asksDiet"
          [asksAccessNeeds]="session().asksAccessNeeds"
          [error]="problem()"
          [(needs)]="typed"
        />
        <lu-problem [of]="problem()" [fields]="['/diet', '/accessNeeds']" />
        <div class="row">
          <button matButton="outlined" [attr.aria-disabled]="saving() ? true : null">
            {{ saving() ? t('needs.saving') : t('needs.save') }}
          </button>
          <button matButton type="button" (click)="stop()">{{ t('needs.back') }}</button>
        </div>
      </form>
    } @else {
      @if (told(); as lines) {
        <dl>
          <dt class="quiet small">{{ t('needs.told') }}</dt>
          @for (line of lines; track $index) {
            <dd>{{ line }}</dd>
          }
        </dl>
      } @else {
        <p class="quiet small">{{ t('needs.nothing') }}</p>
      }
      <button matButton="outlined" type="button" (click)="editing.set(true)">
        {{ told() ? t('needs.change') : t('needs.tell') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      justify-items: start;
      width: 100%;
    }

    form {
      width: 100%;
    }

    dl,
    dd {
      margin: 0;
    }
  `,
})
export class OwnNeeds {
  protected readonly t = useTexts(enrolmentTexts);
  private readonly client = inject(EnrolmentClient);
  private readonly language = inject(Language);
  private readonly notices = inject(Notices);
  readonly session = input.required<Pick<SessionPage, 'id' | 'asksDiet' | 'asksAccessNeeds'>>();
  readonly kept = input.required<EnrolmentNeeds | null>();
  /** What was typed before enrolling, where the answer to that was lost. */
  readonly draft = input<EnrolmentNeeds>(noNeeds);
  readonly changed = output<EnrolmentNeeds>();

  protected readonly typed = linkedSignal(() => this.kept() ?? this.draft());
  protected readonly editing = linkedSignal(
    () => this.kept() === null && saysSomething(this.draft()),
  );
  protected readonly saving = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly told = computed(() => {
    const { diet = '', accessNeeds = '' } = this.kept() ?? {};
    const lines = [diet, accessNeeds].filter((text) => text !== '');
    return lines.length > 0 ? lines : null;
  });

  protected stop(): void {
    this.typed.set(this.kept() ?? noNeeds);
    this.problem.set(undefined);
    this.editing.set(false);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.saving()) return;
    this.saving.set(true);
    this.problem.set(undefined);
    try {
      const kept = await this.client.putNeeds(this.session().id, this.typed());
      this.editing.set(false);
      this.notices.tell(this.t(saysSomething(kept) ? 'needs.saved' : 'needs.gone'));
      this.changed.emit(kept);
    } catch (thrown) {
      this.problem.set(asProblem(thrown, this.language.current()));
    }
    this.saving.set(false);
  }
}
