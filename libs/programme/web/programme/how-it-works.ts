import { Component, input } from '@angular/core';
import type { Localised } from '@luotsi/platform/model';
import { Icon, LocalisedText, useTexts } from '@luotsi/platform/web';
import { companyOf, type ActivityKind, type ProgrammeAbout } from '@luotsi/programme/model';
import { programmeTexts } from '../texts';

/** How a programme works: what its goals are agreed from, what it rests on, who works with whom. */
@Component({
  selector: 'lu-how-it-works',
  imports: [Icon, LocalisedText],
  template: `
    <section aria-labelledby="how">
      <h2 id="how">{{ t('about.heading') }}</h2>
      <p class="lead"><lu-text [of]="summary()" /></p>
      <div class="columns">
        <div>
          <h3>{{ t('about.startingPoints') }}</h3>
          <p><lu-text [of]="about().goals" /></p>
          <ul>
            @for (point of about().startingPoints; track point.id) {
              <li><lu-text [of]="point.title" /></li>
            }
          </ul>
        </div>
        <div>
          <h3>{{ t('about.workingForms') }}</h3>
          <ul class="bare-list forms">
            @for (form of about().workingForms; track form.kind) {
              <li>
                <lu-icon [name]="alone(form.kind) ? 'person' : 'group'" />
                <span>
                  <lu-text [of]="form.title" />
                  <span class="quiet small with">{{ company(form.kind) }}</span>
                </span>
              </li>
            }
          </ul>
          <h3>{{ t('about.parts') }}</h3>
          <ul>
            @for (part of about().parts; track part.part) {
              <li><lu-text [of]="part.title" /></li>
            }
          </ul>
          <p><lu-text [of]="about().groupPart" /></p>
        </div>
        <div>
          <h3>{{ t('about.principles') }}</h3>
          <ul>
            @for (principle of about().principles; track principle.id) {
              <li><lu-text [of]="principle.title" /></li>
            }
          </ul>
        </div>
        <div>
          <h3>{{ t('about.origin') }}</h3>
          <p><lu-text [of]="about().origin" /></p>
        </div>
      </div>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: 16px;
      padding-block: 32px;
      border-top: 1px solid var(--lu-line);
    }

    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
      gap: 24px 48px;
    }

    .columns > div {
      display: grid;
      gap: 8px;
      align-content: start;
    }

    ul:not(.bare-list) {
      display: grid;
      gap: 6px;
      padding-inline-start: 1.2em;
    }

    .forms {
      display: grid;
      gap: 8px;
      margin-bottom: 16px;
    }

    .forms li {
      display: flex;
      gap: 8px;
      align-items: start;
    }

    .forms lu-icon {
      margin-top: 2px;
      color: var(--lu-fairway);
    }

    .with {
      display: block;
    }
  `,
})
export class HowItWorks {
  protected readonly t = useTexts(programmeTexts);
  readonly about = input.required<ProgrammeAbout>();
  readonly summary = input.required<Localised>();

  protected alone(kind: ActivityKind): boolean {
    return companyOf[kind] === 'oneself';
  }

  protected company(kind: ActivityKind): string {
    return this.t(`company.${companyOf[kind]}`);
  }
}
