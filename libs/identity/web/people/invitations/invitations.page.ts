import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
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
import { narrowAddress, pagedList } from '@luotsi/platform/web/lists';
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
  protected readonly format = inject(Format);
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);
  protected readonly narrow = narrowAddress();
  readonly state = input<string>();

  protected readonly kinds = kinds;
  protected readonly stateOptions = computed(() =>
    states.map((value) => ({ value, label: this.t(`invitations.${value}`) })),
  );
  protected readonly list = pagedList(listInvitations, () => ({
    query: { state: states.find((state) => state === this.state()) },
  }));
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

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
    this.list.update((items) => items.map((one) => (one.id === changed.id ? changed : one)));
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
