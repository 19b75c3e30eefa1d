import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Confirm, Icon, ProblemNotice, QrCode, Skeleton, useTexts } from '@luotsi/platform/web';
import { countSet, noFilters, type AgendaFilters } from '../agenda/agenda-filters';
import { FilterChoices } from '../agenda/filter-choices';
import { calendarTexts } from '../texts';
import { SubscribeStore } from './subscribe.store';

/** Every way to subscribe to a feed: link, address, QR code, and what to do in each calendar. */
@Component({
  selector: 'lu-subscribe-dialog',
  imports: [Icon, MatButton, ProblemNotice, QrCode, Skeleton],
  providers: [SubscribeStore],
  templateUrl: './subscribe-dialog.html',
  styleUrl: './subscribe-dialog.scss',
})
export class SubscribeDialog {
  protected readonly t = useTexts(calendarTexts);
  protected readonly store = inject(SubscribeStore);
  private readonly confirm = inject(Confirm);
  private readonly choices = inject(FilterChoices);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly filters = input.required<AgendaFilters>();
  readonly own = input(false);
  readonly closed = output();

  protected readonly programmes = ['google', 'outlook', 'apple', 'thunderbird'] as const;
  /** Whether the address shown now has been copied, or could not be. */
  protected readonly copied = linkedSignal<unknown, 'yes' | 'no' | undefined>({
    source: () => this.store.links()?.url,
    computation: () => undefined,
  });
  /** What the public feed will hold, in words. A feed has no beginning and no search. */
  protected readonly content = computed(() => {
    const narrowing = { ...this.filters(), q: '', from: '' };
    return countSet(narrowing) === 0
      ? this.t('filter.lead')
      : `${this.t('filter.leadSet')} · ${this.choices.sentence(narrowing).join(' · ')}`;
  });
  protected readonly leavesOut = computed(() => {
    const { q, from } = this.filters();
    return countSet({ ...noFilters, q, from }) > 0;
  });

  constructor() {
    effect(() => this.store.of(this.filters()));
    effect(() => this.store.choose(this.own() ? 'own' : 'public'));
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected async copy(url: string, field: HTMLInputElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.copied.set('yes');
    } catch {
      field.select();
      this.copied.set('no');
    }
  }

  protected async renew(): Promise<void> {
    const heading = this.t('subscribe.renew.heading');
    const text = this.t('subscribe.renew.text');
    const action = this.t('subscribe.renew.action');
    if (await this.confirm.ask({ heading, text, action })) await this.store.renew();
  }
}
