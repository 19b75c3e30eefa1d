import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import { speakWithApi } from './speak-with-api';

/** HTTP as the page speaks it with the API: same origin, its cookies, problems as ProblemError. */
export function provideApiClient(): EnvironmentProviders {
  // The API is protected by SameSite cookies and JSON bodies, not by a token in a cookie.
  return provideHttpClient(withInterceptors([speakWithApi]), withNoXsrfProtection());
}
