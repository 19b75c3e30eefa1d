import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Format, PageTitle, ProblemNotice, QrCode, Skeleton, useTexts } from '@luotsi/platform/web';
import { CodeStore } from './code.store';
import { attendanceTexts } from './texts';

/** The code for the screen in the room: huge, alone, readable from the back row. */
@Component({
  selector: 'lu-code-page',
  imports: [MatButton, ProblemNotice, QrCode, RouterLink, Skeleton],
  providers: [CodeStore],
  host: { '(document:fullscreenchange)': 'isFull.set(!!document.fullscreenElement)' },
  templateUrl: './code.page.html',
  styleUrl: './code.page.scss',
})
export class CodePage {
  protected readonly t = useTexts(attendanceTexts);
  protected readonly format = inject(Format);
  protected readonly store = inject(CodeStore);
  protected readonly document = inject(DOCUMENT);
  private readonly title = inject(PageTitle);

  readonly id = input.required<string>();
  /** Which meeting; the one that goes on unless the address names one. */
  readonly meeting = input<string>();

  protected readonly name = computed(() => {
    const title = this.store.session()?.title;
    return title ? this.format.text(title) : '';
  });
  /** In two halves, as one reads it out. */
  protected readonly halves = computed(() => {
    const code = this.store.shown()?.code ?? '';
    return [code.slice(0, 3), code.slice(3)];
  });
  protected readonly address = computed(() => {
    const url = this.store.shown()?.url;
    return url ? `${new URL(url).host}/attend` : '';
  });
  private readonly screen = viewChild.required<ElementRef<HTMLElement>>('screen');
  protected readonly isFull = signal(false);
  protected readonly canFill = 'requestFullscreen' in this.document.documentElement;

  constructor() {
    effect(() => this.store.open(this.id(), this.meeting()));
    effect(() => {
      if (this.store.meeting()) void this.store.look();
    });
    effect(() => this.title.setHeading(`${this.t('code.title')}: ${this.name()}`));
    this.stayAwake();
  }

  /** The code alone on the whole screen, and back; nothing of the page lies hidden behind it. */
  protected fill(): void {
    const done = this.isFull()
      ? this.document.exitFullscreen()
      : this.screen().nativeElement.requestFullscreen();
    done.catch(() => undefined);
  }

  /** The screen stays lit, where the browser lets a page ask for it. */
  private stayAwake(): void {
    const lock = this.document.defaultView?.navigator.wakeLock?.request('screen');
    lock?.catch(() => undefined);
    inject(DestroyRef).onDestroy(
      () =>
        void lock?.then(
          (held) => held.release(),
          () => undefined,
        ),
    );
  }
}
