import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { publishSession } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  ApiClient,
  Field,
  FieldControl,
  Format,
  Icon,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { sessionTimes, takesUpFor, takeUpItem, type PlanItem } from '@luotsi/planning/model';
import { planningTexts } from '../texts';

/** Making sessions of a planned training and publishing them, for those who may; nothing otherwise. */
@Component({
  selector: 'lu-take-up',
  imports: [Field, FieldControl, Icon, MatButton, ProblemNotice],
  templateUrl: './take-up.html',
  styleUrl: './take-up.scss',
})
export class TakeUp {
  protected readonly t = useTexts(planningTexts);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly person = inject(CurrentPerson);
  readonly item = input.required<PlanItem>();
  readonly group = input.required<string>();
  readonly year = input.required<number>();
  /** The region of each ELO group, by the group's id. */
  readonly regionOfGroup = input<Readonly<Record<string, string>>>({});
  /** A session has been made or published. */
  readonly changed = output();

  protected readonly open = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly times = computed(() =>
    sessionTimes({ ...this.item(), year: this.year() }, {}),
  );
  protected readonly may = computed(() => {
    const roles = this.person.person()?.roles ?? [];
    const taker = { roles, regionOfGroup: this.regionOfGroup() };
    return takesUpFor(taker, { ...this.item(), group: this.group() }) !== null;
  });

  protected readonly drafts = computed(() =>
    this.item().sessions.filter(({ status }) => status === 'draft'),
  );

  protected take(start: string, end: string): Promise<void> {
    return this.done(async () => {
      const sent = { params: { id: this.item().id }, body: { start, end } };
      await this.client.send(takeUpItem, sent);
      this.open.set(false);
      this.notices.tell(this.t('takeup.done'));
    });
  }

  protected publish(id: string): Promise<void> {
    return this.done(async () => {
      await this.client.send(publishSession, { params: { id } });
      this.notices.tell(this.t('takeup.published'));
    });
  }

  private async done(work: () => Promise<void>): Promise<void> {
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      await work();
      this.changed.emit();
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.sending.set(false);
    }
  }
}
