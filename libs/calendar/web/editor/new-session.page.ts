import { Component, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { BackLink, PageHeader, useTexts } from '@luotsi/platform/web';
import { SessionEditor } from './session-editor';
import { editorTexts } from './texts';

/** A new session: what is needed to begin, and everything else for whoever knows it already. */
@Component({
  selector: 'lu-new-session-page',
  imports: [BackLink, PageHeader, SessionEditor],
  template: `
    <lu-page-header [heading]="t('new.title')" [answer]="t('new.answer')">
      <lu-back-link to="/organise">{{ t('new.back') }}</lu-back-link>
    </lu-page-header>
    <lu-session-editor (saved)="open($event)" />
  `,
})
export class NewSessionPage {
  private readonly router = inject(Router);
  private readonly editor = viewChild.required(SessionEditor);
  protected readonly t = useTexts(editorTexts);

  /** Asked by the route. */
  mayLeave(): Promise<boolean> {
    return this.editor().mayLeave();
  }

  protected open(id: string): void {
    void this.router.navigate(['/organise/sessions', id], { replaceUrl: true });
  }
}
