import { inject, type ApplicationConfig } from '@angular/core';
import { MAT_RIPPLE_GLOBAL_OPTIONS } from '@angular/material/core';
import {
  provideRouter,
  RedirectCommand,
  Router,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { routes } from './routes';

/** The web application: zoneless (Angular's default), its router, language and client. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideApiClient(),
    provideLanguage(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(
        ({ url }) =>
          new RedirectCommand(inject(Router).parseUrl('/page-fault'), {
            skipLocationChange: true,
            state: { wanted: url },
          }),
      ),
    ),
    // Motion only to show where something went.
    { provide: MAT_RIPPLE_GLOBAL_OPTIONS, useValue: { disabled: true } },
  ],
};
