import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { finishLinking, type LinkedAccount } from '@luotsi/identity/model';
import {
  ApiClient,
  Format,
  PageHeader,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { safeReturn } from '../sign-in-address';
import { providerTexts } from './texts';

/** After signing in to one's account: links the service that one came from before. */
@Component({
  selector: 'lu-linking-page',
  imports: [MatButton, PageHeader, ProblemNotice, RouterLink],
  template: `
    <lu-page-header [heading]="t('linking.title')" [answer]="answer()">
      @if (linked()) {
        <a action matButton="filled" [routerLink]="path()" [queryParams]="query()">{{
          t('linking.goOn')
        }}</a>
      }
    </lu-page-header>
    @if (problem()) {
      <div class="stack">
        <lu-problem [of]="problem()" />
        <div class="row">
          <a matButton="filled" [routerLink]="path()" [queryParams]="query()">{{
            t('linking.goOn')
          }}</a>
          <a matButton="outlined" routerLink="/account/security">{{ t('linking.security') }}</a>
        </div>
      </div>
    }
  `,
})
export class LinkingPage {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  protected readonly t = useTexts(providerTexts);
  protected readonly linked = signal<LinkedAccount | null>(null);
  protected readonly problem = signal<ProblemError | null>(null);

  readonly returnTo = input<string>();

  protected readonly answer = computed(() => {
    if (this.problem()) return '';
    const provider = this.linked()?.provider;
    return provider ? this.t('linking.done', { name: this.format.text(provider.name) }) : null;
  });
  private readonly back = computed(() => safeReturn(this.returnTo()));
  protected readonly path = computed(() => this.back().split(/[?#]/, 1)[0]);
  protected readonly query = computed(() =>
    Object.fromEntries(new URL(this.back(), 'https://luotsi.invalid').searchParams),
  );

  constructor() {
    void this.link();
  }

  private async link(): Promise<void> {
    try {
      this.linked.set(await this.client.send(finishLinking, {}));
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }
}
