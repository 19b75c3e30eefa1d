import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  type Invitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '@luotsi/identity/model';
import {
  ApiClient,
  BackLink,
  Confirm,
  EmptyState,
  Filter,
  Filters,
  Format,
  Notices,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
  type ProblemError,
  type StatusKind,
} from '@luotsi/platform/web';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';

const states = ['open', 'expired', 'accepted', 'withdrawn'] as const;
const kinds: Readonly<Record<Invitation['state'], StatusKind>> = {
  open: 'waiting',
  expired: 'act',
  accepted: 'good',
  withdrawn: 'quiet',
};

/** Invitations: which are open, and those to be sent again or withdrawn. */
@Component({
  selector: 'lu-invitations-page',
  imports: [
    BackLink,
    EmptyState,
    Filter,
    Filters,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
    StatusWord,
  ],
  templateUrl: './invitations.page.html',
  styleUrl: './invitations.page.scss',
})
export class InvitationsPage {
  private readonly client = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly format = inject(Format);
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);
  readonly state = input<string>();

  protected readonly kinds = kinds;
  protected readonly stateOptions = computed(() =>
    states.map((value) => ({ value, label: this.t(`invitations.${value}`) })),
  );
  private readonly query = computed(() => ({
    state: states.find((state) => state === this.state()),
  }));
  protected readonly first = this.client.resource(listInvitations, () => ({
    query: this.query(),
  }));
  private readonly pages = linkedSignal(() => {
    const page = this.first.latest();
    return page ? [page] : [];
  });
  protected readonly items = computed(() => this.pages().flatMap(({ items }) => items));
  protected readonly next = computed(() => this.pages().at(-1)?.nextCursor ?? null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  protected narrow(state: string): void {
    void this.router.navigate([], { queryParams: { state: state || null }, replaceUrl: true });
  }

  protected more(cursor: string): Promise<void> {
    return this.attempt(async () => {
      const query = { ...this.query(), cursor };
      const page = await this.client.send(listInvitations, { query });
      this.pages.update((pages) => [...pages, page]);
    });
  }

  protected resend({ id }: Invitation): Promise<void> {
    return this.attempt(async () => {
      this.put(await this.client.send(resendInvitation, { params: { id } }));
      this.notices.tell(this.t('invitations.resent'));
    });
  }

  protected async withdraw({ id, email }: Invitation): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.t('invitations.withdrawQuestion'),
      text: this.t('invitations.withdrawText', { email }),
      action: this.t('invitations.withdraw'),
    });
    if (!sure) return;
    await this.attempt(async () => {
      this.put(await this.client.send(withdrawInvitation, { params: { id } }));
      this.notices.tell(this.t('invitations.withdrawDone'));
    });
  }

  private put(changed: Invitation): void {
    this.pages.update((pages) =>
      pages.map((page) => ({
        ...page,
        items: page.items.map((one) => (one.id === changed.id ? changed : one)),
      })),
    );
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }
}
