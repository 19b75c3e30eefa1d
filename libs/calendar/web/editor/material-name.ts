import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LONGEST_NAME, renameMaterial, type Material } from '@luotsi/calendar/model';
import { languages } from '@luotsi/platform/model';
import {
  ApiClient,
  asProblem,
  Field,
  FieldControl,
  Language,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { editorTexts } from './texts';

/** What a material is called, in each language; saved at once, apart from the form. */
@Component({
  selector: 'lu-material-name',
  imports: [Field, FieldControl, MatButton, ProblemNotice],
  template: `
    <form class="stack" novalidate (submit)="$event.preventDefault(); save()">
      @for (language of languages; track language) {
        <lu-field
          [label]="t('materials.nameIn', { language: nameOf(language) })"
          [faults]="language === 'fi' ? faults() : []"
          [typed]="title()[language]"
          [most]="most"
        >
          <input
            luControl
            autocomplete="off"
            [attr.lang]="language"
            [value]="title()[language]"
            (input)="write(language, $any($event.target).value)"
          />
        </lu-field>
      }
      <lu-problem [of]="problem()" />
      <div class="row">
        <button matButton="outlined" type="submit" [disabled]="isBusy()">
          {{ t('materials.saveName') }}
        </button>
        <button matButton type="button" (click)="closed.emit()">{{ t('materials.leave') }}</button>
      </div>
    </form>
  `,
  styles: `
    .stack {
      --lu-gap: 12px;

      padding-block: 4px 16px;
    }
  `,
})
export class MaterialName {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  protected readonly t = useTexts(editorTexts);
  protected readonly languages = languages;
  protected readonly most = LONGEST_NAME;
  readonly session = input.required<string>();
  readonly material = input.required<Material>();
  readonly saved = output();
  readonly closed = output();

  protected readonly title = linkedSignal(() => this.material().title);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  private readonly isTried = signal(false);
  private readonly isEmpty = computed(() =>
    languages.every((language) => this.title()[language].trim() === ''),
  );
  protected readonly faults = computed(() =>
    this.isTried() && this.isEmpty() ? [this.t('materials.titleMissing')] : [],
  );

  protected nameOf(language: (typeof languages)[number]): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return names.of(language) ?? language;
  }

  protected write(language: (typeof languages)[number], text: string): void {
    this.title.update((title) => ({ ...title, [language]: text }));
  }

  protected async save(): Promise<void> {
    this.isTried.set(true);
    const isLong = languages.some((language) => this.title()[language].trim().length > this.most);
    if (this.isEmpty() || isLong) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const params = { id: this.session(), material: this.material().id };
      await this.api.send(renameMaterial, { params, body: { title: this.title() } });
      this.saved.emit();
    } catch (thrown) {
      this.problem.set(asProblem(thrown, this.language.current()));
    } finally {
      this.isBusy.set(false);
    }
  }
}
