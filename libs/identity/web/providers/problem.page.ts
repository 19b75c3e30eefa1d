import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { linkedSignInProblems } from '@luotsi/identity/model';
import { Format, PageHeader, ProblemNotice, useTexts } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { RETURN, safeReturn } from '../sign-in-address';
import { Departure } from './departure';
import { providerTexts } from './texts';

/** Where a sign-in at another service leads that could not be completed: what happened, what to do. */
@Component({
  selector: 'lu-provider-problem-page',
  imports: [MatButton, PageHeader, ProblemNotice, RouterLink],
  providers: [Departure],
  template: `
    <lu-page-header [heading]="format.text(kind().title)" [answer]="format.text(kind().detail)">
      @if (signedIn()) {
        <a action matButton="filled" [routerLink]="path()" [queryParams]="query()">{{
          t('problem.goOn')
        }}</a>
      } @else if (provider()) {
        <button
          action
          matButton="filled"
          type="button"
          [attr.aria-disabled]="departure.to() !== null || null"
          (click)="departure.signIn(provider() ?? '', back())"
        >
          {{ t('problem.again') }}
        </button>
      }
      @if (!signedIn()) {
        <a action matButton="outlined" routerLink="/sign-in" [queryParams]="other()">{{
          t('problem.elsewhere')
        }}</a>
      }
    </lu-page-header>
    <lu-problem [of]="departure.problem()" />
  `,
})
export class ProviderProblemPage {
  protected readonly t = useTexts(providerTexts);
  protected readonly format = inject(Format);
  protected readonly departure = inject(Departure);
  protected readonly signedIn = inject(CurrentPerson).signedIn;

  /** The problem's name, from the address. */
  readonly problem = input<string>();
  readonly provider = input<string>();
  readonly returnTo = input<string>();

  protected readonly kind = computed(() => {
    const name = this.problem() ?? '';
    return Object.hasOwn(linkedSignInProblems, name)
      ? linkedSignInProblems[name as keyof typeof linkedSignInProblems]
      : linkedSignInProblems['provider-answer-refused'];
  });
  protected readonly back = computed(() => safeReturn(this.returnTo()));
  protected readonly path = computed(() => this.back().split(/[?#]/, 1)[0]);
  protected readonly query = computed(() =>
    Object.fromEntries(new URL(this.back(), 'https://luotsi.invalid').searchParams),
  );
  protected readonly other = computed(() => (this.back() === '/' ? {} : { [RETURN]: this.back() }));
}
