import { Component, computed, inject, input, signal } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  askOutlinePublication,
  getOutline,
  outlineChanges,
  outlineDays,
  outlineMinutes,
  removeOutline,
} from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  ApiClient,
  BackLink,
  Confirm,
  Format,
  KeepFocus,
  LocalisedText,
  Notices,
  PageHeader,
  ProblemNotice,
  ProblemPage,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { OutlineWords } from '../outline-words';
import { OutlineChanges } from '../pieces/outline-changes';
import { outlineTexts } from '../texts';
import { OutlineContentView } from './outline-content';
import { OutlineUses } from './outline-uses';
import { OutlineVersions } from './outline-versions';
import { PublishOutline } from './publish-outline';
import { StartSession } from './start-session';

/** An outline: what it says, how to hold it, what is waiting to be published, where it has been used. */
@Component({
  selector: 'lu-outline-page',
  imports: [
    BackLink,
    LocalisedText,
    MatAnchor,
    MatButton,
    OutlineChanges,
    OutlineContentView,
    OutlineUses,
    OutlineVersions,
    PageHeader,
    ProblemNotice,
    ProblemPage,
    PublishOutline,
    RouterLink,
    Skeleton,
    StartSession,
  ],
  hostDirectives: [KeepFocus],
  templateUrl: './outline.page.html',
  styleUrl: './outline.page.scss',
})
export class OutlinePage {
  protected readonly t = useTexts(outlineTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(OutlineWords);
  protected readonly person = inject(CurrentPerson);
  private readonly client = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  readonly id = input.required<string>();

  protected readonly outline = this.client.resource(getOutline, () => ({
    params: { id: this.id() },
  }));
  /** What the page shows: the published version, the draft before there is one. */
  protected readonly content = computed(() => {
    const outline = this.outline.value();
    return outline?.published?.content ?? outline?.draft?.content;
  });
  protected readonly length = computed(() => {
    const slots = this.content()?.slots ?? [];
    return this.words.length({ days: outlineDays(slots).length, minutes: outlineMinutes(slots) });
  });
  /** What is in the draft and not published. */
  protected readonly waiting = computed(() => {
    const { published, draft } = this.outline.value() ?? {};
    return published && draft ? outlineChanges(published.content, draft.content) : [];
  });
  protected readonly answer = computed(() => {
    const outline = this.outline.value();
    if (!outline) return null;
    const { published, author } = outline;
    if (published) {
      const date = this.format.date(published.at);
      return this.t('page.published', { number: published.number, date });
    }
    const isOwn = outline.author === this.person.person()?.name;
    return author && !isOwn ? this.t('page.draftBy', { name: author }) : this.t('page.draft');
  });
  protected readonly opened = signal<'start' | 'publish' | undefined>(undefined);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly publishable = computed(() => {
    const outline = this.outline.value();
    return outline?.mayPublish && outline.changed && outline.draft ? outline.draft : undefined;
  });
  /** Whoever may not publish asks others to. */
  protected readonly askable = computed(() => {
    const outline = this.outline.value();
    return Boolean(outline?.mayWrite && !outline.mayPublish && outline.changed);
  });
  protected readonly asked = computed(() => {
    const outline = this.outline.value();
    if (!outline?.asked) return '';
    const date = this.format.date(outline.asked);
    const { author: name } = outline;
    if (!outline.mayPublish) return this.t('page.asked', { date });
    return name ? this.t('page.askedBy', { name, date }) : this.t('page.askedOf', { date });
  });
  protected readonly startable = computed(
    () => this.person.may('session.create') && Boolean(this.outline.value()?.published),
  );

  protected published(number: number): void {
    this.opened.set(undefined);
    this.notices.tell(this.t('publish.done', { number }));
    this.outline.reload();
  }

  protected async ask(): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.client.send(askOutlinePublication, { params: { id: this.id() } });
      this.notices.tell(this.t('page.askDone'));
      this.outline.reload();
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }

  protected async remove(): Promise<void> {
    const [heading, text] = [this.t('page.removeHeading'), this.t('page.removeText')];
    if (!(await this.confirm.ask({ heading, text, action: this.t('page.remove') }))) return;
    try {
      await this.client.send(removeOutline, { params: { id: this.id() } });
      this.notices.tell(this.t('page.removed'));
      await this.router.navigateByUrl('/outlines');
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }
}
