import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { getOrganisedSession, type OrganisedSession } from '@luotsi/calendar/model';
import {
  ApiClient,
  BackLink,
  Format,
  PageHeader,
  ProblemPage,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { organiseLinks } from './organise-links';
import { statusKinds } from './session-status';
import { organiseTexts } from './texts';

/**
 * What stands around each of an organiser's pages of a session: its name, how it stands, and the way
 * to the other pages. The page inside is shown once the session is known:
 * `<lu-organise-frame #frame page="participants" [id]="id()">… {{ frame.session()?.capacity }} …</lu-organise-frame>`.
 * A page's own main action goes into the slot `action`.
 */
@Component({
  selector: 'lu-organise-frame',
  imports: [BackLink, PageHeader, ProblemPage, RouterLink, RouterLinkActive, Skeleton, StatusWord],
  templateUrl: './organise-frame.html',
  styleUrl: './organise-frame.scss',
})
export class OrganiseFrame {
  protected readonly t = useTexts(organiseTexts);
  protected readonly format = inject(Format);
  readonly id = input.required<string>();
  /** Which of the pages this is. */
  readonly page = input.required<(typeof organiseLinks)[number]['name']>();

  private readonly read = inject(ApiClient).resource(getOrganisedSession, () => ({
    params: { id: this.id() },
  }));
  /** The session; while it is read again, as it was. */
  readonly session = computed(() => {
    const latest = this.read.latest();
    return latest?.id === this.id() ? latest : undefined;
  });
  protected readonly problem = this.read.problem;
  protected readonly kinds = statusKinds;
  protected readonly base = computed(() => `/organise/sessions/${this.id()}`);
  protected readonly links = computed(() => {
    const session = this.session();
    return organiseLinks.filter(
      ({ when, from }) =>
        (!when || (session && when.includes(session.status))) && (!from || session?.[from]),
    );
  });
  protected readonly name = computed(() => {
    const title = this.session()?.title;
    return (title && this.format.text(title)) || this.t('untitled');
  });
  protected readonly titled = computed(() =>
    this.t('titled', { page: this.t(`links.${this.page()}`), session: this.name() }),
  );
  /** "to 11.3.2027 klo 9.00–16.00" */
  protected readonly when = computed(() => {
    const session = this.session();
    return session ? this.timeOf(session) : '';
  });
  /** "3/12 paikkaa varattu" */
  protected readonly seats = computed(() => {
    const session = this.session();
    return session ? this.seatsOf(session) : '';
  });

  /** Asks again, after a page has changed the session. */
  reload(): void {
    this.read.reload();
  }

  /** Shows a session that an answer has brought, without asking again. */
  show(session: OrganisedSession): void {
    this.read.set(session);
  }

  private timeOf({ meetings }: OrganisedSession): string {
    const first = meetings.find(({ cancelled }) => !cancelled);
    if (!first) return this.t('planned');
    const at = (wall: string, offset: string) => `${wall}:00${offset}`;
    return this.format.meeting(
      at(first.start, first.startOffset),
      at(first.end, first.endOffset),
      first.timeZone,
    );
  }

  private seatsOf({ capacity, confirmedCount, waitlistCount }: OrganisedSession): string {
    const facts = {
      taken: this.format.number(confirmedCount),
      capacity: this.format.number(capacity),
    };
    return waitlistCount > 0
      ? this.t('seatsWaiting', { ...facts, waiting: this.format.number(waitlistCount) })
      : this.t('seats', facts);
  }
}
