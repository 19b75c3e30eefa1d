import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { exportParticipants, readAddresses, type EnrolmentStatus } from '@luotsi/calendar/model';
import { addressOf } from '@luotsi/platform/model';
import {
  ApiClient,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { SearchField } from '@luotsi/platform/web/lists';
import { problemOf } from './participants.store';
import { participantTexts } from './texts';

/** Search among the enrolled, and taking those of a state along: their addresses, or as a table. */
@Component({
  selector: 'lu-list-tools',
  imports: [MatButton, ProblemNotice, SearchField],
  templateUrl: './list-tools.html',
  styleUrl: './list-tools.scss',
})
export class ListTools {
  protected readonly t = useTexts(participantTexts);
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  readonly session = input.required<string>();
  /** Whose addresses and table; undefined: everyone's. */
  readonly status = input.required<EnrolmentStatus | undefined>();
  readonly q = input.required<string>();
  readonly searched = output<string>();

  /** On a phone, search and files wait behind a button: people come first. */
  protected readonly opened = signal(false);
  protected readonly isShown = computed(() => this.opened() || this.q() !== '');
  /** Shown where the browser keeps its clipboard to itself. */
  protected readonly addresses = signal('');
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly file = computed(() => addressOf(exportParticipants, this.asked()));
  private readonly asked = computed(() => ({
    params: { id: this.session() },
    query: { status: this.status() },
  }));

  /** Copies the addresses of those asked for; where it can't, shows them to be copied by hand. */
  protected async copyAddresses(): Promise<void> {
    this.addresses.set('');
    this.problem.set(null);
    try {
      const { items } = await this.client.send(readAddresses, this.asked());
      const text = items.join(', ');
      try {
        await this.document.defaultView?.navigator.clipboard.writeText(text);
        this.notices.tell(this.t('copied', { count: items.length }));
      } catch {
        this.addresses.set(text);
      }
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }
}
