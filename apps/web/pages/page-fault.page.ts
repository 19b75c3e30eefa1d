import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { PageHeader, platformTexts, useTexts } from '@luotsi/platform/web';

/** Shown when a page could not be fetched; loading again goes to the page that was wanted. */
@Component({
  selector: 'lu-page-fault-page',
  imports: [MatButton, PageHeader],
  template: `
    <lu-page-header [heading]="t('pageFault.title')" [answer]="t('pageFault.answer')">
      <a action matButton="filled" [href]="wanted">{{ t('pageFault.reload') }}</a>
    </lu-page-header>
  `,
})
export class PageFaultPage {
  protected readonly t = useTexts(platformTexts);
  protected readonly wanted = String(
    inject(Router).currentNavigation()?.extras.state?.['wanted'] ?? '/',
  );
}
