import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Format, Icon, PageHeader, platformTexts, useTexts } from '@luotsi/platform/web';
import { ChartDrawing } from './chart-drawing';
import { OwnWays } from './own-ways';

/** The front page: what is here for me, and the way in. For who is signed in, what comes next. */
@Component({
  selector: 'lu-front-page',
  imports: [ChartDrawing, Icon, MatButton, PageHeader, RouterLink],
  providers: [OwnWays],
  template: `
    <lu-page-header [heading]="opening().heading" [answer]="opening().answer">
      @if (own.next(); as next) {
        <a action matButton="filled" [routerLink]="['/sessions', next.sessionId]">{{
          t('front.openSession')
        }}</a>
      }
      <a action [matButton]="own.next() ? 'outlined' : 'filled'" routerLink="/calendar">{{
        t('front.calendar')
      }}</a>
    </lu-page-header>
    <lu-chart-drawing class="no-print" />
    <ul class="bare-list ways">
      @for (way of ways(); track way.icon) {
        <li>
          <lu-icon [name]="way.icon" />
          <h2>
            <a [routerLink]="way.to">{{ way.heading }}</a>
          </h2>
          <p>{{ way.text }}</p>
        </li>
      }
    </ul>
  `,
  styleUrl: './front.page.scss',
})
export class FrontPage {
  private readonly format = inject(Format);
  protected readonly t = useTexts(platformTexts);
  protected readonly own = inject(OwnWays);

  /** The one answer first: the next session, that there is none, or what Luotsi is. */
  protected readonly opening = computed(() => {
    const next = this.own.next();
    if (next === undefined) {
      return { heading: this.t('front.heading'), answer: this.t('front.answer') };
    }
    if (next === null) {
      return { heading: this.t('front.noneHeading'), answer: this.t('front.noneAnswer') };
    }
    const { start, end, timeZone } = next.meeting;
    const { title, place } = next.session;
    const when = this.format.meeting(start, end, timeZone);
    const what = [this.format.text(title), place ? this.format.text(place) : ''];
    return {
      heading:
        next.status === 'confirmed'
          ? this.t('front.confirmed', { when })
          : this.t('front.waitlisted', { when, position: next.position ?? 1 }),
      answer: `${what.filter(Boolean).join(', ')}.`,
    };
  });

  protected readonly ways = computed(
    () =>
      [
        { icon: 'assessment', ...this.assessmentWay() },
        { icon: 'voyage', ...this.programmeWay() },
        { icon: 'plan', ...this.planWay() },
      ] as const,
  );

  private assessmentWay() {
    const begun = this.own.unfinished();
    const done = this.own.assessed();
    const to = ['/assessment'];
    if (begun) {
      const how = { count: begun.answered, all: begun.statements };
      const text = this.t('front.assessmentOnText', how);
      return { to, heading: this.t('front.assessmentOn'), text };
    }
    if (done) {
      const text = this.t('front.assessmentDoneText', { date: this.format.date(done.at) });
      return { to: [...to, done.id, 'report'], heading: this.t('front.assessmentDone'), text };
    }
    return { to, heading: this.t('front.assessment'), text: this.t('front.assessmentText') };
  }

  private programmeWay() {
    const begun = this.own.voyage();
    return begun?.continueAt
      ? {
          to: ['/programmes', begun.programmeId, 'units', begun.continueAt.unitId],
          heading: this.t('front.programmeOn'),
          text: this.t('front.programmeOnText', { count: begun.done, all: begun.total }),
        }
      : {
          to: ['/programmes'],
          heading: this.t('front.programme'),
          text: this.t('front.programmeText'),
        };
  }

  /** The plan that waits for the reader, where one does; else the year's plans. */
  private planWay() {
    const { review, draft } = this.own.plans();
    const [first] = review;
    if (first) {
      const heading = this.t('front.plansReview', { count: review.length });
      const to = ['/plans', first.id, 'edit'];
      return { to, heading, text: this.t('front.plansReviewText') };
    }
    if (draft) {
      const heading = this.t('front.plansDraft', { year: draft.year });
      const text = this.t('front.plansDraftText', { count: draft.itemCount });
      return { to: ['/plans', draft.id, 'edit'], heading, text };
    }
    return { to: ['/plans'], heading: this.t('front.plans'), text: this.t('front.plansText') };
  }
}
