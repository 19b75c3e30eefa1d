import { Component, inject, input, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { OrganiseFrame } from '../organise/organise-frame';
import { SessionEditor } from './session-editor';

/** A session's details for its organiser: everything that can be written of it. */
@Component({
  selector: 'lu-editor-page',
  imports: [OrganiseFrame, SessionEditor],
  template: `
    <lu-organise-frame #frame page="details" [id]="id()">
      @if (frame.session(); as it) {
        <lu-session-editor [session]="it" (saved)="frame.reload()" (left)="go($event)" />
      }
    </lu-organise-frame>
  `,
})
export class EditorPage {
  private readonly router = inject(Router);
  private readonly editor = viewChild(SessionEditor);
  readonly id = input.required<string>();

  /** Asked by the route. */
  mayLeave(): Promise<boolean> | boolean {
    return this.editor()?.mayLeave() ?? true;
  }

  protected go(address: string): void {
    void this.router.navigateByUrl(address);
  }
}
