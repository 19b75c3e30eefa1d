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
import { PLACE_CHOICES } from '@luotsi/identity/web';
import { provideApiClient, provideLanguage, type ApiClient } from '@luotsi/platform/web';
import { routes } from './routes';

/** What profiles and roles choose from; fetched with the first page that needs it. */
const placeChoices = {
  provide: PLACE_CHOICES,
  useValue: (client: ApiClient) =>
    import('./place-choices').then((its) => its.placeChoices(client)),
};

/** The web application: zoneless (Angular's default), its router, language and client. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideApiClient(),
    provideLanguage(),
    placeChoices,
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
