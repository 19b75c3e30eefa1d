import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ApiClient, Format, Notices, StatusWord, useTexts } from '@luotsi/platform/web';
import { getProgramme, type UnitPage } from '@luotsi/programme/model';
import { KeptNote } from '../progress/kept-note';
import { ownVoyage } from '../progress/own-voyage';
import { Progress } from '../progress/progress.store';
import { SignInHint } from '../progress/sign-in-hint';
import { programmeTexts } from '../texts';

/** After the reading: mark it read, take the mark back, and the way on. */
@Component({
  selector: 'lu-what-next',
  imports: [KeptNote, MatButton, RouterLink, SignInHint, StatusWord],
  template: `
    @if (learns()) {
      <section class="no-print" aria-labelledby="after">
        <h2 id="after">{{ heading() }}</h2>
        <div class="row">
          @if (isDone()) {
            <lu-status kind="good">{{ word() }}</lu-status>
          }
          <button
            [matButton]="isDone() ? 'text' : 'filled'"
            type="button"
            (click)="mark(!isDone())"
          >
            {{ t(isDone() ? 'unit.unmark' : 'unit.mark') }}
          </button>
        </div>
        <lu-kept-note />
        @if (isDone()) {
          <div class="row">
            @if (way(); as unitId) {
              <a
                matButton="filled"
                [routerLink]="['/programmes', unit().programme.id, 'units', unitId]"
              >
                {{ t('unit.toNext') }}
              </a>
            }
            <a matButton="text" [routerLink]="['/programmes', unit().programme.id]">
              {{ t('unit.toProgramme') }}
            </a>
          </div>
        }
      </section>
    } @else {
      <lu-kept-note />
      <lu-sign-in-hint />
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 16px;
      justify-items: start;
      padding: 20px;
      border-radius: var(--lu-radius);
      background: var(--lu-sunk);
    }
  `,
})
export class WhatNext {
  protected readonly t = useTexts(programmeTexts);
  private readonly format = inject(Format);
  private readonly notices = inject(Notices);
  private readonly progress = inject(Progress);
  readonly unit = input.required<UnitPage>();
  readonly readingId = input<string>();

  private readonly programme = inject(ApiClient).resource(getProgramme, () =>
    this.progress.reader() === 'learner' ? { params: { id: this.unit().programme.id } } : undefined,
  );
  private readonly own = ownVoyage(this.programme.value);

  protected readonly learns = computed(
    () => this.readingId() !== undefined && this.progress.reader() === 'learner',
  );
  protected readonly isDone = computed(() => this.progress.done().has(this.readingId() ?? ''));
  protected readonly word = computed(() => {
    const at = this.progress.doneAt(this.readingId() ?? '');
    return at ? this.t('unit.read', { date: this.format.date(at) }) : this.t('chart.done');
  });
  /** The unit to go to: the one after this while it is open, else where the reader continues. */
  protected readonly way = computed(() => this.own.way()?.unit.id);
  protected readonly heading = computed(() => {
    if (!this.isDone()) return this.t('unit.after');
    const share = this.own.voyage()?.share;
    return this.t(share && share.done === share.total ? 'unit.afterAll' : 'unit.afterDone');
  });

  /** Marks, tells, and offers to take it back. */
  protected mark(done: boolean): void {
    const id = this.readingId();
    if (id === undefined) return;
    void this.progress.mark(id, done);
    const undo = () => void this.progress.mark(id, !done);
    const share = this.own.voyage()?.share;
    if (!done || !share) this.notices.tell(this.t(done ? 'chart.done' : 'unit.unmarked'), undo);
    else this.notices.tell(this.t('unit.marked', { done: share.done, total: share.total }), undo);
  }
}
