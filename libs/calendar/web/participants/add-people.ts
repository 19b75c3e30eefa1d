import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  actsFor,
  findCandidates,
  isActive,
  previewGroup,
  type Candidate,
} from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { listGroups } from '@luotsi/network/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Format,
  KeepFocus,
  Notices,
  ProblemNotice,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { ParticipantWords } from './participant-words';
import { ParticipantsStore, problemOf } from './participants.store';
import { participantTexts } from './texts';

/** Letters after which a name is searched. */
const ENOUGH = 2;

/** Adding people: one by name or address, or a whole group; it says before what it will lead to. */
@Component({
  selector: 'lu-add-people',
  imports: [Field, FieldControl, KeepFocus, MatButton, ProblemNotice, Skeleton],
  templateUrl: './add-people.html',
  styleUrl: './add-people.scss',
})
export class AddPeople {
  protected readonly t = useTexts(participantTexts);
  protected readonly words = inject(ParticipantWords);
  protected readonly store = inject(ParticipantsStore);
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly notices = inject(Notices);
  private readonly current = inject(CurrentPerson);
  readonly session = input.required<string>();
  readonly closed = output();

  protected readonly mode = signal<'person' | 'group'>('person');
  protected readonly typed = signal('');
  protected readonly reason = signal('');
  protected readonly group = signal('');
  protected readonly problem = signal<ProblemError | null>(null);
  private readonly tried = signal(false);
  protected readonly reasonFaults = computed(() =>
    this.tried() && this.reason().trim() === '' ? [this.t('form.reasonNeeded')] : [],
  );
  protected readonly searches = computed(() => this.current.may('people.read'));

  private readonly who = viewChild<ElementRef<HTMLElement>>('who');
  private readonly why = viewChild.required<ElementRef<HTMLElement>>('why');

  constructor() {
    // Whoever opened it is going to write a name.
    afterNextRender(() => this.who()?.nativeElement.focus());
  }

  /** The whole address, once one is typed. */
  protected readonly email = computed(() => {
    const typed = this.typed().trim();
    return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(typed) ? typed : '';
  });
  private readonly asked = computed(() => {
    const q = this.typed().trim();
    return this.searches() && q.length >= ENOUGH ? q : undefined;
  });
  protected readonly found = this.client.resource(findCandidates, () => {
    const q = this.asked();
    return q === undefined ? undefined : { params: { id: this.session() }, query: { q } };
  });
  protected readonly candidates = computed(() =>
    this.asked() === undefined ? undefined : this.found.latest()?.items,
  );

  private readonly allGroups = this.client.resource(listGroups, () =>
    this.mode() === 'group' ? { query: {} } : undefined,
  );
  protected readonly groups = computed(() => {
    const roles = this.current.person()?.roles ?? [];
    const own = (this.allGroups.value()?.items ?? [])
      .filter(({ id, region }) =>
        actsFor(roles, { type: 'group', id, region: region?.code ?? null }),
      )
      .map(({ id, name, theme }) => ({ value: id, label: this.format.text(theme?.name ?? name) }));
    return this.format.sorted(own, ({ label }) => label);
  });
  protected readonly noGroups = computed(
    () => this.allGroups.value() !== undefined && this.groups().length === 0,
  );
  protected readonly preview = this.client.resource(previewGroup, () => {
    const group = this.group();
    return group === '' || this.mode() !== 'group'
      ? undefined
      : { params: { id: this.session(), group } };
  });
  protected readonly previewed = computed(() => this.preview.value()?.items);
  protected readonly comes = computed(
    () => (this.previewed() ?? []).filter(({ becomes }) => becomes !== null).length,
  );
  /** "8 saa paikan, 3 menee jonoon, 2 on jo mukana." */
  protected readonly says = computed(() => {
    const items = this.previewed() ?? [];
    const count = (becomes: 'confirmed' | 'waitlisted' | null) =>
      items.filter((one) => one.becomes === becomes).length;
    const said = [
      ...(count('confirmed') > 0 ? [this.t('adding.gets', { count: count('confirmed') })] : []),
      ...(count('waitlisted') > 0 ? [this.t('adding.waits', { count: count('waitlisted') })] : []),
      ...(count(null) > 0 ? [this.t('adding.in', { count: count(null) })] : []),
    ];
    const list = this.format.list(said);
    return this.t('adding.groupSays', {
      list: list.charAt(0).toLocaleUpperCase() + list.slice(1),
    });
  });

  protected isIn({ status }: Candidate): boolean {
    return status !== null && isActive(status);
  }

  protected choose(mode: 'person' | 'group'): void {
    this.problem.set(null);
    this.mode.set(mode);
  }

  protected addOne(candidate: Candidate): Promise<void> {
    return this.add({ person: candidate.person.id });
  }

  protected addEmail(): Promise<void> {
    return this.email() === '' ? Promise.resolve() : this.add({ email: this.email() });
  }

  protected addGroup(): Promise<void> {
    return this.add({ group: this.group() });
  }

  private async add(whom: { person: string } | { email: string } | { group: string }) {
    const reason = this.reason().trim();
    this.problem.set(null);
    this.tried.set(true);
    if (reason === '') {
      this.why().nativeElement.focus();
      return;
    }
    try {
      const items = await this.store.add({ ...whom, reason });
      this.tried.set(false);
      const done = this.words.outcomes(items);
      const overlaps = items.length === 1 && items[0]?.changed && items[0].overlaps;
      this.notices.tell(overlaps ? this.t('adding.didOverlap', { done }) : done);
      this.typed.set('');
      this.group.set('');
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }
}
