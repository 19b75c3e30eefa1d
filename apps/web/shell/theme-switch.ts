import { Component, inject } from '@angular/core';
import { platformTexts, Theme, themes, useTexts } from '@luotsi/platform/web';

/** Light, dark, or as the device: three radios on one line. */
@Component({
  selector: 'lu-theme-switch',
  template: `
    <fieldset>
      <legend>{{ t('settings.theme') }}</legend>
      @for (one of all; track one) {
        <label>
          <input
            type="radio"
            name="theme"
            [checked]="theme.current() === one"
            (change)="theme.choose(one)"
          />
          {{ t(words[one]) }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0 0 4px;
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
    }

    label {
      display: flex;
      gap: 12px;
      align-items: center;
      min-height: 44px;
      cursor: pointer;
    }
  `,
})
export class ThemeSwitch {
  protected readonly t = useTexts(platformTexts);
  protected readonly theme = inject(Theme);
  protected readonly all = themes;
  protected readonly words = {
    system: 'settings.system',
    light: 'settings.light',
    dark: 'settings.dark',
  } as const;
}
