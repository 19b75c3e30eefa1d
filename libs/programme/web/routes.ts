import type { Routes } from '@angular/router';

/** The pages of this slice. */
export const programmeRoutes: Routes = [];
