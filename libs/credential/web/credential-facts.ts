import { Component, inject, input } from '@angular/core';
import type { AttendanceFacts } from '@luotsi/credential/model';
import { Format, LocalisedText, useTexts } from '@luotsi/platform/web';
import { CredentialWords } from './credential-words';
import { credentialTexts } from './texts';

/** What a certificate says, as terms and their explanations. */
@Component({
  selector: 'lu-credential-facts',
  imports: [LocalisedText],
  template: `
    @let it = facts();
    <dl>
      <div>
        <dt>{{ t('facts.name') }}</dt>
        <dd class="strong">{{ it.name }}</dd>
      </div>
      <div>
        <dt>{{ t('facts.title') }}</dt>
        <dd class="strong"><lu-text [of]="it.title" /></dd>
      </div>
      <div>
        <dt>{{ t('facts.when') }}</dt>
        @for (meeting of it.meetings; track meeting.start) {
          <dd>{{ format.meeting(meeting.start, meeting.end, meeting.timeZone) }}</dd>
        }
      </div>
      <div>
        <dt>{{ t('facts.took') }}</dt>
        <dd>{{ words.took(it) }}</dd>
      </div>
      @if (it.organiser; as organiser) {
        <div>
          <dt>{{ t('facts.organiser') }}</dt>
          <dd><lu-text [of]="organiser" /></dd>
        </div>
      }
      @if (it.competences.length > 0) {
        <div>
          <dt>{{ t('facts.competences') }}</dt>
          @for (competence of it.competences; track $index) {
            <dd><lu-text [of]="competence" /></dd>
          }
        </div>
      }
      <div>
        <dt>{{ t('facts.issued') }}</dt>
        <dd>{{ format.date(issuedAt()) }}</dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 8px;
      margin: 0;
    }

    dl > div {
      display: grid;
      gap: 0 16px;
    }

    dt {
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
    }

    dd {
      margin: 0;
    }

    .strong {
      font-weight: 600;
    }

    @media (width >= 40rem) {
      dl > div {
        grid-template-columns: 9rem minmax(0, 1fr);
      }

      dd {
        grid-column: 2;
      }
    }
  `,
})
export class CredentialFacts {
  protected readonly t = useTexts(credentialTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(CredentialWords);
  readonly facts = input.required<AttendanceFacts>();
  readonly issuedAt = input.required<string>();
}
