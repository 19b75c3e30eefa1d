import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PageHeader, platformTexts, useTexts } from '@luotsi/platform/web';

/** Shown when a page could not be fetched: the address stays, so that reloading goes there. */
@Component({
  selector: 'lu-page-fault-page',
  imports: [MatButton, PageHeader],
  template: `
    <lu-page-header [heading]="t('pageFault.title')" [answer]="t('pageFault.answer')">
      <a action matButton="filled" [href]="here">{{ t('pageFault.reload') }}</a>
    </lu-page-header>
  `,
})
export class PageFaultPage {
  protected readonly t = useTexts(platformTexts);
  protected readonly here = location.pathname + location.search;
}
