import { HttpClient, HttpContext, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, Injector, linkedSignal, type Signal } from '@angular/core';
import {
  addressOf,
  type Answer,
  type OperationDefinition,
  type Sent,
} from '@luotsi/platform/model';
import { firstValueFrom } from 'rxjs';
import { Language } from '../language/language.store';
import { asProblem, type ProblemError } from './problem-error';
import { MAY_BE_SIGNED_OUT } from './speak-with-api';

/** What a page reads: a value, or why there is none. Its signals never throw. */
export interface ApiResource<Value> {
  /** The answer to what is asked now; undefined while it is on its way or when it was refused. */
  readonly value: Signal<Value | undefined>;
  /** The newest answer there has been, kept while the next is on its way: for lists with filters. */
  readonly latest: Signal<Value | undefined>;
  readonly problem: Signal<ProblemError | undefined>;
  readonly loading: Signal<boolean>;
  /** Asks again. */
  reload(): void;
  /** Replaces the value here, after a change that has been answered. */
  set(value: Value): void;
}

/** The parts of a request as they are, the types of the operation being checked by the caller. */
interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: Blob;
}

interface ClientOptions {
  /** 401 is an ordinary answer here, not a lost session. */
  readonly mayBeSignedOut?: boolean;
  /** Where to create the resource; the injection context unless given. */
  readonly injector?: Injector;
}

/** Calls the operations of the contract: types, addresses and schemas come from there. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);

  /**
   * Reads with a GET operation, again whenever the signals in `sent` change; undefined waits.
   * @param sent what to ask: `() => ({ params: { id: this.id() } })`
   */
  resource<Definition extends OperationDefinition>(
    definition: Definition,
    sent: () => Sent<Definition> | undefined,
    options: ClientOptions = {},
  ): ApiResource<Answer<Definition>> {
    const reference = httpResource<Answer<Definition>>(
      () => {
        const parts = sent();
        return parts === undefined
          ? undefined
          : { url: addressOf(definition, parts as Parts), context: contextOf(options) };
      },
      {
        injector: options.injector ?? inject(Injector),
        parse: (raw) => parseAnswer(definition, undefined, raw),
      },
    );
    const value = computed(() => (reference.hasValue() ? reference.value() : undefined));
    return {
      value,
      latest: linkedSignal<Answer<Definition> | undefined, Answer<Definition> | undefined>({
        source: value,
        computation: (now, before) => now ?? before?.value,
      }),
      problem: computed(() => {
        const thrown = reference.error();
        return thrown === undefined ? undefined : asProblem(thrown, this.language.current());
      }),
      loading: computed(() => reference.isLoading()),
      reload: () => void reference.reload(),
      set: (next) => reference.set(next),
    };
  }

  /**
   * Sends an operation once.
   * @throws ProblemError when it is refused, or does not get through
   */
  async send<Definition extends OperationDefinition>(
    definition: Definition,
    sent: Sent<Definition>,
    options: Pick<ClientOptions, 'mayBeSignedOut'> = {},
  ): Promise<Answer<Definition>> {
    const parts = sent as Parts;
    try {
      const response = await firstValueFrom(
        this.http.request<unknown>(definition.method, addressOf(definition, parts), {
          // As bytes, whatever they are: what they are is found out from them.
          body: parts.file?.slice(0, parts.file.size, 'application/octet-stream') ?? parts.body,
          observe: 'response',
          context: contextOf(options),
        }),
      );
      return parseAnswer(definition, response.status, response.body);
    } catch (thrown) {
      throw asProblem(thrown, this.language.current());
    }
  }
}

function contextOf(options: ClientOptions): HttpContext {
  return new HttpContext().set(MAY_BE_SIGNED_OUT, options.mayBeSignedOut ?? false);
}

/** Reads an answer by the schema of its status, by the main one where the status is not known. */
function parseAnswer<Definition extends OperationDefinition>(
  definition: Definition,
  status: number | undefined,
  raw: unknown,
): Answer<Definition> {
  const main = Number(Object.keys(definition.responses)[0]);
  const schema = definition.responses[status ?? main] ?? null;
  return (
    schema !== null && 'parse' in schema ? schema.parse(raw) : undefined
  ) as Answer<Definition>;
}
