import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { getForEnrolled, getMaterialFile, type ForEnrolled } from '@luotsi/calendar/model';
import { addressOf } from '@luotsi/platform/model';
import {
  ApiClient,
  Format,
  Icon,
  LocalisedText,
  ProblemNotice,
  useTexts,
} from '@luotsi/platform/web';
import { enrolmentTexts } from '../enrolment/texts';

type Material = ForEnrolled['materials'][number];

/** What whoever has a seat is given: the way into the room, and the materials; else nothing. */
@Component({
  selector: 'lu-for-enrolled',
  imports: [Icon, LocalisedText, MatButton, ProblemNotice],
  template: `
    @if (something(); as given) {
      <section aria-labelledby="lu-given">
        <h2 id="lu-given">{{ t('given.heading') }}</h2>
        @for (room of given.rooms; track room.meetingId) {
          <p class="room">
            @if (given.rooms.length > 1) {
              <span class="quiet small">
                {{ format.meeting(room.start, room.end, room.timeZone) }}
              </span>
            }
            <a matButton="outlined" [href]="room.link" target="_blank" rel="noreferrer">
              <lu-icon name="online" /> {{ t('given.room') }}
              <span class="unseen">({{ t('given.newTab') }})</span>
            </a>
          </p>
        }
        @if (given.materials.length > 0) {
          <h3>{{ t('given.materials') }}</h3>
          <ul class="bare-list" role="list">
            @for (material of given.materials; track material.id) {
              <li>
                @if (material.url; as url) {
                  <a [href]="url" target="_blank" rel="noreferrer"
                    ><lu-text [of]="material.title" />
                    <span class="unseen">({{ t('given.newTab') }})</span></a
                  >
                } @else if (material.file; as file) {
                  <a [href]="addressOf(material)" download><lu-text [of]="material.title" /></a>
                  <span class="quiet small">
                    {{ file.name }}, {{ t('given.size', { size: kilobytes(file.size) }) }}
                  </span>
                }
              </li>
            }
          </ul>
        }
      </section>
    }
    <lu-problem [of]="given.problem()" [canRetry]="true" (retry)="given.reload()" />
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }

    h2 {
      font-size: var(--lu-size-4);
    }

    h3 {
      font-size: var(--lu-size-3);
    }

    .room {
      display: grid;
      gap: 4px;
      justify-items: start;
    }

    li {
      padding-block: 4px;
    }
  `,
})
export class ForEnrolledPart {
  protected readonly t = useTexts(enrolmentTexts);
  protected readonly format = inject(Format);
  readonly sessionId = input.required<string>();
  protected readonly given = inject(ApiClient).resource(getForEnrolled, () => ({
    params: { id: this.sessionId() },
  }));
  protected readonly something = computed(() => {
    const given = this.given.latest();
    return given && given.rooms.length + given.materials.length > 0 ? given : undefined;
  });

  protected addressOf({ id }: Material): string {
    return addressOf(getMaterialFile, { params: { id: this.sessionId(), material: id } });
  }

  protected kilobytes(bytes: number): string {
    return this.format.number(Math.max(1, Math.round(bytes / 1024)));
  }
}
