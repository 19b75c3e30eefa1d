import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Confirm, useTexts } from '@luotsi/platform/web';
import { outlineTexts } from '../texts';

/** A page that may hold what has been written but not saved. */
export interface HoldsWork {
  /** Whether something would be lost by leaving. */
  unsaved(): boolean;
}

/** Asks before a page is left with work that is not saved. */
export const keepUnsaved: CanDeactivateFn<HoldsWork> = (page) => {
  if (!page.unsaved()) return true;
  const t = useTexts(outlineTexts);
  return inject(Confirm).ask({
    heading: t('edit.leaveHeading'),
    text: t('edit.leaveText'),
    action: t('edit.leaveDo'),
  });
};
