import {
  HttpContextToken,
  HttpErrorResponse,
  HttpResponse,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, tap, throwError } from 'rxjs';
import { Language } from '../language/language.store';
import { Connection } from './connection.store';
import { asProblem } from './problem-error';

/** A request for which 401 is an ordinary answer ("am I signed in?"), not a lost session. */
export const MAY_BE_SIGNED_OUT = new HttpContextToken(() => false);

/** Asks in the person's language, turns every failure into a ProblemError and notes the connection. */
export const speakWithApi: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/')) return next(request);
  const language = inject(Language).current();
  const connection = inject(Connection);
  return next(request.clone({ setHeaders: { 'Accept-Language': language } })).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) connection.note(event.status);
    }),
    catchError((thrown: unknown) => {
      const status = thrown instanceof HttpErrorResponse ? thrown.status : 200;
      if (status !== 401 || !request.context.get(MAY_BE_SIGNED_OUT)) connection.note(status);
      return throwError(() => asProblem(thrown, language));
    }),
  );
};
