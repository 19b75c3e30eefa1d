import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import { ApiClient } from '@luotsi/platform/web';
import { listProgrammes } from '@luotsi/programme/model';

/** Where there is one programme, "the programmes" is that one; a list of one helps nobody. */
export const straightToTheOnlyOne: CanActivateFn = async () => {
  const router = inject(Router);
  const client = inject(ApiClient);
  try {
    const { items } = await client.send(listProgrammes, {});
    const [first, second] = items;
    if (!first || second) return true;
    return new RedirectCommand(router.createUrlTree(['/programmes', first.id]), {
      replaceUrl: true,
    });
  } catch {
    // The page itself says what is wrong.
    return true;
  }
};
