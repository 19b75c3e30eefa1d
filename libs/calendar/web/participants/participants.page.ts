import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { enrolmentStatuses, type Participant } from '@luotsi/calendar/model';
import {
  Confirm,
  EmptyState,
  Filter,
  Filters,
  Format,
  KeepFocus,
  LocalisedText,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { narrowAddress } from '@luotsi/platform/web/lists';
import { OrganiseFrame } from '../organise/organise-frame';
import { AddPeople } from './add-people';
import { DeedForm, type DeedDone } from './deed-form';
import { ListTools } from './list-tools';
import { NeedsSummary } from './needs-summary';
import { ParticipantDetail } from './participant-detail';
import { participantFinder } from './participant-finder';
import { ParticipantWords } from './participant-words';
import { ParticipantsStore, problemOf } from './participants.store';
import { participantTexts } from './texts';

/** How many lines are shown before one asks for all of them. */
const SHOWN = 150;

/** The enrolled of a session, for whoever organises or coaches it. */
@Component({
  selector: 'lu-participants-page',
  imports: [
    AddPeople,
    DeedForm,
    EmptyState,
    Filter,
    Filters,
    KeepFocus,
    ListTools,
    LocalisedText,
    MatButton,
    NeedsSummary,
    OrganiseFrame,
    ParticipantDetail,
    ProblemNotice,
    Skeleton,
    StatusWord,
  ],
  providers: [ParticipantsStore],
  templateUrl: './participants.page.html',
  styleUrl: './participants.page.scss',
})
export class ParticipantsPage {
  protected readonly t = useTexts(participantTexts);
  protected readonly words = inject(ParticipantWords);
  protected readonly format = inject(Format);
  private readonly find = participantFinder();
  protected readonly store = inject(ParticipantsStore);
  /** Filters stand in the address, so that a list can be returned to. */
  protected readonly narrow = narrowAddress();
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  private readonly frame = viewChild(OrganiseFrame);
  private readonly adder = viewChild('adder', { read: ElementRef<HTMLElement> });

  readonly id = input.required<string>();
  readonly status = input<string>();
  readonly q = input<string>();

  protected readonly adding = signal(false);
  protected readonly refusing = signal(false);
  protected readonly showsAll = signal(false);
  protected readonly opened = signal<string | null>(null);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly state = computed(() => this.frame()?.session()?.status);
  protected readonly isOn = computed(() => this.state() === 'published');
  protected readonly chosenStatus = computed(() =>
    enrolmentStatuses.find((status) => status === this.status()),
  );
  /** Whether it has been held or cancelled: then nobody waits for anything any more. */
  protected readonly isOver = computed(() => ['held', 'cancelled'].includes(this.state() ?? ''));
  protected readonly answer = computed(() => {
    const list = this.store.list();
    return list ? this.words.answer(list, this.store.free(), this.isOver()) : '';
  });

  protected readonly statusOptions = computed(() => {
    const counts = this.store.list()?.counts;
    return enrolmentStatuses
      .filter((status) => (counts?.[status] ?? 0) > 0 || status === this.chosenStatus())
      .map((value) => ({
        value,
        label: this.t(`filter.${value}`, { count: counts?.[value] ?? 0 }),
      }));
  });
  protected readonly total = computed(() => this.store.list()?.items.length ?? 0);

  protected readonly found = computed(() =>
    this.find(this.store.list()?.items ?? [], this.chosenStatus(), this.q() ?? ''),
  );
  protected readonly shown = computed(() =>
    this.showsAll() ? this.found() : this.found().slice(0, SHOWN),
  );
  protected readonly applicants = computed(() =>
    this.shown().filter(({ status }) => status === 'applied'),
  );
  protected readonly allChosen = computed(
    () =>
      this.applicants().length > 0 && this.applicants().every(({ id }) => this.store.isChosen(id)),
  );
  protected readonly hasNeeds = computed(() =>
    (this.store.list()?.items ?? []).some(({ needs }) => needs),
  );
  protected readonly asksNeeds = computed(() => {
    const session = this.frame()?.session();
    return session?.asksDiet === true || session?.asksAccessNeeds === true;
  });
  protected readonly columns = computed(
    () => 4 + (this.applicants().length > 0 ? 1 : 0) + (this.hasNeeds() ? 1 : 0) + 1,
  );

  constructor() {
    this.store.follow(this.id);
    // The frame's numbers follow what is done here.
    effect(() => {
      if (this.store.changes() > 0) this.frame()?.reload();
    });
  }

  protected toggle({ id }: Participant): void {
    this.opened.update((opened) => (opened === id ? null : id));
  }

  protected chooseAll(isChosen: boolean): void {
    this.store.choose(
      this.applicants().map(({ id }) => id),
      isChosen,
    );
  }

  /** The button that opened it comes back, and has the focus. */
  protected closeAdding(): void {
    this.adding.set(false);
    afterNextRender(() => this.adder()?.nativeElement.focus(), { injector: this.injector });
  }

  protected approve(one: Participant): Promise<void> {
    return this.trying(() => this.store.approve(one));
  }

  protected async approveChosen(): Promise<void> {
    const count = this.store.chosen().length;
    const free = this.store.free();
    const isSure = await this.confirm.ask({
      heading: this.t('askApprove.heading', { count }),
      text:
        count <= free
          ? this.t('askApprove.fits', { count })
          : this.t('askApprove.some', { count: free }),
      action: this.t('askApprove.action'),
    });
    if (isSure) await this.trying(() => this.store.approveChosen());
  }

  protected readonly refuseChosen = ({ reason }: DeedDone): Promise<void> =>
    this.store.refuseChosen(reason);

  private async trying(act: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await act();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }
}
