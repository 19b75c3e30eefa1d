import { Component, computed, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  EmptyState,
  Field,
  FieldControl,
  Filter,
  Filters,
  Icon,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { AuditEntries } from './audit-entries';
import { AuditStore, type Narrowing } from './audit.store';
import { kinds, type Kind } from './kinds';
import { RetentionReport } from './retention-report';
import { auditTexts } from './texts';

/** Who did what to whose data; what it is narrowed to stands in the address. */
@Component({
  selector: 'lu-audit-page',
  imports: [
    AuditEntries,
    EmptyState,
    Field,
    FieldControl,
    Filter,
    Filters,
    Icon,
    MatButton,
    PageHeader,
    ProblemNotice,
    RetentionReport,
    RouterLink,
    Skeleton,
  ],
  providers: [AuditStore],
  templateUrl: './audit.page.html',
  styleUrl: './audit.page.scss',
})
export class AuditPage {
  private readonly router = inject(Router);
  private readonly whoField = viewChild.required<ElementRef<HTMLInputElement>>('whoField');
  private readonly fromField = viewChild.required<ElementRef<HTMLInputElement>>('fromField');
  private readonly toField = viewChild.required<ElementRef<HTMLInputElement>>('toField');
  protected readonly t = useTexts(auditTexts);
  protected readonly store = inject(AuditStore);
  protected readonly list = this.store.list;
  protected readonly current = inject(CurrentPerson);

  readonly kind = input('', { transform: text });
  readonly who = input('', { transform: text });
  readonly person = input('', { transform: text });
  readonly from = input('', { transform: text });
  readonly to = input('', { transform: text });

  private readonly narrowing = computed<Narrowing>(() => ({
    kind: this.kind(),
    who: this.who(),
    person: this.person(),
    from: this.from(),
    to: this.to(),
  }));
  protected readonly isNarrowed = computed(() =>
    Object.values(this.narrowing()).some((value) => value !== ''),
  );
  protected readonly options = computed(() =>
    (Object.keys(kinds) as Kind[]).map((kind) => ({
      value: kind,
      label: this.t(`filters.${kind}`),
    })),
  );

  constructor() {
    effect(() => this.store.narrow(this.narrowing()));
  }

  protected search(event: Event): void {
    event.preventDefault();
    this.go({
      who: this.whoField().nativeElement.value.trim(),
      from: this.fromField().nativeElement.value,
      to: this.toField().nativeElement.value,
    });
  }

  protected go(change: Partial<Narrowing>): void {
    const next = Object.entries({ ...this.narrowing(), ...change }).filter(([, value]) => value);
    void this.router.navigate([], { queryParams: Object.fromEntries(next) });
  }
}

/** The router hands over undefined for what the address does not have. */
function text(value: string | undefined): string {
  return value ?? '';
}
