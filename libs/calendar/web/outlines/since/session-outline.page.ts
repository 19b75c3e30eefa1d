import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  getSessionOutline,
  takeOverOutline,
  type OutlineDifference,
  type OutlinePart,
} from '@luotsi/calendar/model';
import {
  ApiClient,
  EmptyState,
  Format,
  LocalisedText,
  Notices,
  ProblemNotice,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { OrganiseFrame } from '../../organise/organise-frame';
import { OutlineChanges } from '../pieces/outline-changes';
import { outlineTexts } from '../texts';
import { OutlineDifferenceView } from './outline-difference';

/** The outline of a session: what has changed in it since, and what of it the organiser takes over. */
@Component({
  selector: 'lu-session-outline-page',
  imports: [
    EmptyState,
    LocalisedText,
    MatAnchor,
    MatButton,
    OrganiseFrame,
    OutlineChanges,
    OutlineDifferenceView,
    ProblemNotice,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './session-outline.page.html',
  styleUrl: './session-outline.page.scss',
})
export class SessionOutlinePage {
  protected readonly t = useTexts(outlineTexts);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly frame = viewChild(OrganiseFrame);
  readonly id = input.required<string>();

  protected readonly since = this.client.resource(getSessionOutline, () => ({
    params: { id: this.id() },
  }));
  protected readonly differences = computed(() => this.since.latest()?.differences ?? []);
  /** What is taken over: what the organiser hasn't edited, until they choose otherwise. */
  protected readonly chosen = linkedSignal<readonly OutlinePart[]>(() =>
    this.differences()
      .filter(({ edited, takeable }) => takeable && !edited)
      .map(({ part }) => part),
  );
  protected readonly told = computed(() => this.frame()?.session()?.told ?? 0);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly answer = computed(() => {
    const outline = this.since.latest()?.outline;
    if (!outline) return '';
    const { version, latest } = outline;
    const facts = { title: this.format.text(outline.title), version, latest };
    return this.t(version === latest ? 'since.same' : 'since.changed', facts);
  });

  protected choose({ part }: OutlineDifference, on: boolean): void {
    this.chosen.update((parts) => [...parts.filter((one) => one !== part), ...(on ? [part] : [])]);
  }

  protected async take(parts: readonly OutlinePart[]): Promise<void> {
    const since = this.since.latest();
    if (!since?.outline || this.sending()) return;
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      const { sessionVersion, outline } = since;
      const body = { latest: outline.latest, sessionVersion, parts: [...parts] };
      const sent = { params: { id: this.id() }, body };
      const { version } = await this.client.send(takeOverOutline, sent);
      this.notices.tell(this.t('since.done', { version }));
      this.frame()?.reload();
      this.since.reload();
    } catch (thrown) {
      const problem = thrown as ProblemError;
      this.problem.set(problem);
      // What stands now is shown beside why nothing was taken.
      if (problem.is('edited-meanwhile') || problem.is('changed-meanwhile')) this.since.reload();
    } finally {
      this.sending.set(false);
    }
  }
}
