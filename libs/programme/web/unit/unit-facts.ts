import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, LocalisedText, useTexts } from '@luotsi/platform/web';
import { companyOf, type ActivityKind, type UnitPage } from '@luotsi/programme/model';
import { programmeTexts } from '../texts';

/** What a unit is about: its topics, the competences that it develops, ways of working on it. */
@Component({
  selector: 'lu-unit-facts',
  imports: [Icon, LocalisedText, RouterLink],
  template: `
    <section aria-labelledby="topics">
      <h2 id="topics">{{ t('unit.topics') }}</h2>
      <ul class="bare-list">
        @for (topic of unit().topics; track topic.id) {
          <li>
            <lu-text [of]="topic.title" />
            @if (topic.note; as note) {
              <p class="quiet note"><lu-text [of]="note" /></p>
            }
            @if (topic.subtopics.length > 0) {
              <ul>
                @for (subtopic of topic.subtopics; track subtopic.id) {
                  <li><lu-text [of]="subtopic.title" /></li>
                }
              </ul>
            }
          </li>
        }
      </ul>
    </section>
    <section aria-labelledby="competences">
      <h2 id="competences">{{ t('unit.competences') }}</h2>
      <ul class="bare-list">
        @for (competence of unit().competences; track competence.code) {
          <li>
            <a [routerLink]="['/frameworks', competence.frameworkId]" [fragment]="competence.code"
              ><lu-text [of]="competence.name"
            /></a>
          </li>
        }
      </ul>
    </section>
    <section aria-labelledby="forms">
      <h2 id="forms">{{ t('unit.workingForms') }}</h2>
      <p class="quiet note">{{ t('unit.workingFormsNote') }}</p>
      <ul class="bare-list">
        @for (form of unit().workingForms; track form) {
          <li class="form">
            <lu-icon [name]="alone(form) ? 'person' : 'group'" />
            <span>
              {{ kind(form) }}
              <span class="quiet note with">{{ company(form) }}</span>
            </span>
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './unit-facts.scss',
})
export class UnitFacts {
  protected readonly t = useTexts(programmeTexts);
  readonly unit = input.required<UnitPage>();

  protected alone(kind: ActivityKind): boolean {
    return companyOf[kind] === 'oneself';
  }

  protected kind(kind: ActivityKind): string {
    return this.t(`kind.${kind}`);
  }

  protected company(kind: ActivityKind): string {
    return this.t(`company.${companyOf[kind]}`);
  }
}
