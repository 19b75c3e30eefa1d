import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import {
  enrolmentStatuses,
  exportParticipants,
  readAddresses,
  type EnrolmentStatus,
  type Participant,
} from '@luotsi/calendar/model';
import { addressOf } from '@luotsi/platform/model';
import {
  ApiClient,
  Confirm,
  EmptyState,
  Field,
  FieldControl,
  Filter,
  Filters,
  Format,
  KeepFocus,
  LocalisedText,
  Notices,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { OrganiseFrame } from '../organise/organise-frame';
import { AddPeople } from './add-people';
import { DeedForm, type DeedDone } from './deed-form';
import { NeedsSummary } from './needs-summary';
import { ParticipantDetail } from './participant-detail';
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
    Field,
    FieldControl,
    Filter,
    Filters,
    KeepFocus,
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
  protected readonly store = inject(ParticipantsStore);
  private readonly client = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly frame = viewChild(OrganiseFrame);
  private readonly adder = viewChild('adder', { read: ElementRef<HTMLElement> });

  readonly id = input.required<string>();
  readonly status = input<string>();
  readonly q = input<string>();

  protected readonly adding = signal(false);
  protected readonly refusing = signal(false);
  protected readonly showsAll = signal(false);
  /** On a phone, search and files wait behind a button: people come first. */
  protected readonly tools = signal(false);
  protected readonly showsTools = computed(() => this.tools() || Boolean(this.q()));
  protected readonly opened = signal<string | null>(null);
  protected readonly problem = signal<ProblemError | null>(null);
  /** Shown where the browser keeps its clipboard to itself. */
  protected readonly addresses = signal('');

  protected readonly state = computed(() => this.frame()?.session()?.status);
  protected readonly isOn = computed(() => this.state() === 'published');
  private readonly chosenStatus = computed(() =>
    enrolmentStatuses.find((status) => status === this.status()),
  );
  protected readonly file = computed(() =>
    addressOf(exportParticipants, {
      params: { id: this.id() },
      query: { status: this.chosenStatus() },
    }),
  );

  /** What the page says first. */
  protected readonly answer = computed(() => {
    const list = this.store.list();
    if (!list || list.items.length === 0) return '';
    const { applied, waitlisted } = list.counts;
    const oldest = (status: EnrolmentStatus) =>
      this.words.lasting(
        list.items
          .filter((one) => one.status === status)
          .map(({ since }) => since)
          .sort()[0] ?? '',
      );
    if (applied > 0) return this.t('answer.applied', { count: applied, time: oldest('applied') });
    if (this.store.free() > 0) return this.t('answer.free', { count: this.store.free() });
    return waitlisted > 0
      ? this.t('answer.line', { count: waitlisted, time: oldest('waitlisted') })
      : this.t('answer.full');
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

  /** Those asked for: by name; those in line by their place, applications the oldest first. */
  protected readonly found = computed(() => {
    const status = this.chosenStatus();
    const words = folded(this.q() ?? '').split(/\s+/);
    const items = (this.store.list()?.items ?? []).filter((one) => {
      if (status && one.status !== status) return false;
      const text = this.textOf(one);
      return words.every((word) => text.includes(word));
    });
    if (status === 'waitlisted')
      return items.sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
    if (status === 'applied')
      return items.sort((one, other) => one.since.localeCompare(other.since));
    // Deleted accounts have no name, and come last.
    const named = items.filter(({ person }) => person);
    const others = items.filter(({ person }) => !person);
    return [...this.format.sorted(named, ({ person }) => person?.name ?? ''), ...others];
  });
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

  /** Filters stand in the address, so that a list can be returned to. */
  protected narrow(change: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [name, value === '' ? null : value]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
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

  /** Copies the addresses of those asked for; where it can't, shows them to be copied by hand. */
  protected async copyAddresses(): Promise<void> {
    this.addresses.set('');
    await this.trying(async () => {
      const query = { status: this.chosenStatus() };
      const { items } = await this.client.send(readAddresses, { params: { id: this.id() }, query });
      const text = items.join(', ');
      try {
        await this.document.defaultView?.navigator.clipboard.writeText(text);
        this.notices.tell(this.t('copied', { count: items.length }));
      } catch {
        this.addresses.set(text);
      }
    });
  }

  private async trying(act: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await act();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }

  private textOf({ person, organisation, region }: Participant): string {
    return folded(
      [
        person?.name,
        person?.email,
        organisation && this.format.text(organisation),
        region && this.store.regionName(region),
      ].join(' '),
    );
  }
}

/** Letters without their marks, so that Öhman is found by "ohm" and by "öhm". */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}
