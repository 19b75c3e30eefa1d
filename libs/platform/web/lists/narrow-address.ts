import { inject } from '@angular/core';
import { Router } from '@angular/router';

/**
 * What a list is narrowed to stands in the address, so that it can be shared and returned to:
 * `narrow({ state: 'open' })` puts it there in place of what stood there, `''` takes it away.
 * To be called where the page is made.
 */
export function narrowAddress(): (change: Readonly<Record<string, string>>) => void {
  const router = inject(Router);
  return (change) => {
    const queryParams = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [name, value === '' ? null : value]),
    );
    void router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  };
}
