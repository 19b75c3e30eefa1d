import { Directive, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { signInAddress } from './sign-in-address';

/**
 * A link to signing in that comes back to where the person is: `<a luSignInLink>…</a>`; with
 * `target="_blank"` it opens another tab, and what is written on this page stays.
 */
@Directive({
  selector: 'a[luSignInLink]',
  host: { '[attr.href]': 'address()', '(click)': 'go($event)' },
})
export class SignInLink {
  private readonly router = inject(Router);
  protected readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.signIn()),
    ),
    { initialValue: this.signIn() },
  );

  protected go(event: MouseEvent): void {
    const elsewhere = (event.currentTarget as HTMLAnchorElement).target === '_blank';
    if (elsewhere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.router.navigateByUrl(this.address());
  }

  private signIn(): string {
    return signInAddress(this.router.url);
  }
}
