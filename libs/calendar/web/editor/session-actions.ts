import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OrganisedSession } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { Confirm, Icon, Notices, ProblemNotice, useTexts } from '@luotsi/platform/web';
import { CancelDialog } from './cancel-dialog';
import { EditorStore } from './editor.store';
import { editorTexts } from './texts';

/** What can be done with a session besides writing it; asked about first where it hurts. */
@Component({
  selector: 'lu-session-actions',
  imports: [CancelDialog, Icon, MatButton, ProblemNotice],
  templateUrl: './session-actions.html',
  styleUrl: './session-actions.scss',
})
export class SessionActions {
  private readonly store = inject(EditorStore);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly person = inject(CurrentPerson);
  protected readonly t = useTexts(editorTexts);
  readonly session = input.required<OrganisedSession>();
  readonly changed = output();
  /** Where to go on: the copy, or nothing of it is left. */
  readonly left = output<string>();

  protected readonly mayCopy = computed(() => this.person.may('session.create'));
  protected readonly status = computed(() => this.session().status);
  protected readonly isUpcoming = computed(
    () => this.status() === 'published' || this.status() === 'postponed',
  );
  protected readonly problem = this.store.problem;
  protected readonly isCancelling = signal(false);

  protected async postpone(): Promise<void> {
    const { told } = this.session();
    const isSure = await this.confirm.ask({
      heading: this.t('postpone.heading'),
      text: `${this.t('postpone.text')} ${this.tells(told)}`,
      action: this.t('postpone.action'),
    });
    if (!isSure || (await this.store.postpone()) === null) return;
    this.notices.tell(this.t('postpone.done'));
    this.changed.emit();
  }

  protected async cancel(reason: Localised | null): Promise<void> {
    this.isCancelling.set(false);
    if (!reason || (await this.store.cancel(reason)) === null) return;
    this.notices.tell(this.t('cancel.done'));
    this.changed.emit();
  }

  protected async copy(): Promise<void> {
    const id = await this.store.copy();
    if (id === null) return;
    this.notices.tell(this.t('copy.done'));
    this.left.emit(`/organise/sessions/${id}`);
  }

  protected async remove(): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.t('remove.heading'),
      text: this.t('remove.text'),
      action: this.t('remove.action'),
    });
    if (!isSure || (await this.store.remove()) === null) return;
    this.notices.tell(this.t('remove.done'));
    this.left.emit('/organise');
  }

  protected tells(count: number): string {
    return count === 0 ? this.t('told.nobody') : this.t('told.some', { count });
  }
}
