import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { listOrganisedSessions } from '@luotsi/calendar/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Format,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { problemOf } from './participants.store';
import { participantTexts } from './texts';

/** What needs a word before it is done. */
export type Deed = 'refuse' | 'refuseSeveral' | 'seat' | 'line' | 'move' | 'remove' | 'again';

/** What was written: why, and where to. */
export interface DeedDone {
  readonly reason: string;
  readonly to: string;
}

const actions = {
  refuse: 'form.refuseAction',
  refuseSeveral: 'form.refuseAction',
  seat: 'form.seatAction',
  line: 'form.lineAction',
  move: 'form.moveAction',
  remove: 'form.removeAction',
  again: 'form.againAction',
} as const satisfies Record<Deed, string>;

/** Says what a deed will lead to, asks for the reason that the person will read, and does it. */
@Component({
  selector: 'lu-deed-form',
  imports: [Field, FieldControl, MatButton, ProblemNotice],
  template: `
    <form class="stack" novalidate (submit)="send($event, reason.value)">
      <p>{{ t(says(), { count: count() }) }}</p>
      @if (deed() === 'move') {
        <lu-field [label]="t('form.to')" [faults]="toFaults()">
          <select luControl [value]="to()" (change)="to.set($any($event.target).value)">
            <option value="">
              {{ t(options().length > 0 || !sessions.value() ? 'form.choose' : 'form.toNone') }}
            </option>
            @for (option of options(); track option.value) {
              <option [value]="option.value">{{ option.label }}</option>
            }
          </select>
        </lu-field>
      }
      <lu-field
        [label]="t('form.reason')"
        [faults]="reasonFaults()"
        [error]="problem()"
        pointer="/reason"
      >
        <textarea #reason luControl rows="2" maxlength="1000"></textarea>
      </lu-field>
      <lu-problem [of]="problem()" [fields]="['/reason']" />
      <div class="row">
        <button matButton="outlined" type="submit" [disabled]="busy()">{{ t(action()) }}</button>
        <button matButton type="button" (click)="closed.emit()">{{ t('form.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    .stack {
      --lu-gap: 12px;
    }

    textarea {
      min-height: 4rem;
    }
  `,
})
export class DeedForm {
  protected readonly t = useTexts(participantTexts);
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly deed = input.required<Deed>();
  readonly session = input.required<string>();
  /** How many people it is done to. */
  readonly count = input(1);
  /** Does it; what it throws is shown. */
  readonly act = input.required<(done: DeedDone) => Promise<void>>();
  readonly closed = output();

  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly to = signal('');
  private readonly tried = signal(false);
  private readonly hasReason = signal(false);
  protected readonly action = computed(() => actions[this.deed()]);
  protected readonly says = computed(() => {
    const deed = this.deed();
    return `form.${deed}` as const;
  });
  protected readonly reasonFaults = computed(() =>
    this.tried() && !this.hasReason() ? [this.t('form.reasonNeeded')] : [],
  );
  protected readonly toFaults = computed(() =>
    this.tried() && this.to() === '' ? [this.t('form.chooseNeeded')] : [],
  );
  /** Where someone may be moved to: one's other sessions to come. */
  protected readonly sessions = this.client.resource(listOrganisedSessions, () =>
    this.deed() === 'move' ? { query: { state: 'published' as const, limit: 100 } } : undefined,
  );
  protected readonly options = computed(() =>
    (this.sessions.value()?.items ?? [])
      .filter(({ id, starts }) => id !== this.session() && starts !== null)
      .map(({ id, title, starts, timeZone, capacity, confirmed, offered }) => {
        const count = capacity - confirmed - offered;
        const facts = {
          title: this.format.text(title),
          when: this.format.day(starts ?? '', timeZone),
          count,
        };
        return { value: id, label: this.t(count > 0 ? 'form.toFree' : 'form.toFull', facts) };
      }),
  );

  protected async send(event: Event, written: string): Promise<void> {
    event.preventDefault();
    const reason = written.trim();
    this.tried.set(true);
    this.hasReason.set(reason !== '');
    const goesNowhere = this.deed() === 'move' && this.toFaults().length > 0;
    if (goesNowhere || this.reasonFaults().length > 0) {
      this.focusFault();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.act()({ reason, to: this.to() });
      this.closed.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  /** Whoever left something out goes on where it is. */
  private focusFault(): void {
    const first = () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]');
    afterNextRender(() => first()?.focus(), { injector: this.injector });
  }
}
