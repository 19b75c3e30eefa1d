import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { publishOutline } from '@luotsi/calendar/model';
import { languages, type Language } from '@luotsi/platform/model';
import {
  ApiClient,
  Field,
  FieldControl,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { outlineTexts } from '../texts';

/** Publishing the draft that was read, with a word to those who use the outline already. */
@Component({
  selector: 'lu-publish-outline',
  imports: [Field, FieldControl, MatButton, ProblemNotice],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); publish()">
      <h2>{{ t('publish.heading', { number: number() }) }}</h2>
      <p>{{ t('publish.text') }}</p>
      @if (number() > 1) {
        <fieldset>
          <legend>{{ t('publish.note') }}</legend>
          <p class="small quiet">{{ t('publish.noteHint') }}</p>
          <div class="notes">
            @for (language of languages; track language) {
              <lu-field [label]="t(names[language])">
                <input
                  luControl
                  maxlength="500"
                  autocomplete="off"
                  [attr.lang]="language"
                  [value]="note()[language]"
                  (input)="write(language, $any($event.target).value)"
                />
              </lu-field>
            }
          </div>
        </fieldset>
      }
      <lu-problem [of]="problem()" />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="sending()">
          {{ t('publish.do') }}
        </button>
        <button matButton type="button" (click)="closed.emit()">{{ t('publish.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    h2 {
      font-size: var(--lu-size-4);
    }

    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      font-weight: 600;
    }

    .notes {
      display: grid;
      gap: 12px;
      margin-block-start: 8px;
    }
  `,
})
export class PublishOutline {
  protected readonly t = useTexts(outlineTexts);
  private readonly client = inject(ApiClient);
  readonly outline = input.required<string>();
  /** Of the draft, as it was read. */
  readonly version = input.required<number>();
  /** What the version will be called. */
  readonly number = input.required<number>();
  readonly done = output<number>();
  readonly closed = output();

  protected readonly languages = languages;
  protected readonly names = { fi: 'edit.fi', sv: 'edit.sv', en: 'edit.en' } as const;
  protected readonly note = signal({ fi: '', sv: '', en: '' });
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  protected write(language: Language, text: string): void {
    this.note.update((note) => ({ ...note, [language]: text }));
  }

  protected async publish(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      const body = { version: this.version(), note: this.note() };
      const sent = { params: { id: this.outline() }, body };
      this.done.emit((await this.client.send(publishOutline, sent)).number);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.sending.set(false);
    }
  }
}
