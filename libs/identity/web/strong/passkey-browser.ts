import { DOCUMENT, inject, Injectable } from '@angular/core';
import {
  type Me,
  type PasskeyCreated,
  type PasskeyCreationOptions,
  type PasskeyRequestOptions,
  signInWithPasskey,
  startPasskeySignIn,
} from '@luotsi/identity/model';
import { ApiClient, ProblemError } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';

/** The person has closed the browser's question, or the device could not answer it. */
export class PasskeyNotUsed extends Error {}

/** Passkeys as the browser has them; what speaks with it is fetched when it is first needed. */
@Injectable({ providedIn: 'root' })
export class PasskeyBrowser {
  private readonly client = inject(ApiClient);
  private readonly current = inject(CurrentPerson);

  private readonly host = inject(DOCUMENT).location.hostname;

  /** Passkeys belong to a name: at an address of figures (`127.0.0.1`) no browser makes any. */
  readonly nameless = /^([\d.]+|\[.*\])$/.test(this.host);

  /** Whether this browser knows passkeys at all, and may use them here. */
  readonly known = typeof PublicKeyCredential === 'function' && !this.nameless;

  /** Whether it offers passkeys among the suggestions of a field. */
  async suggests(): Promise<boolean> {
    if (!this.known) return false;
    return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
  }

  /**
   * Signs in with a passkey.
   * @param suggested waits until the person chooses one among the suggestions of a field
   * @throws PasskeyNotUsed · ProblemError `passkey-refused`, `passkey-unknown`, …
   */
  async signIn(suggested = false): Promise<Me> {
    const options = await this.client.send(startPasskeySignIn, {});
    const credential = await this.ask(options, suggested);
    const sent = { body: credential };
    const person = await this.client.send(signInWithPasskey, sent, {
      mayBeSignedOut: true,
    });
    await this.current.welcome(person);
    return person;
  }

  /**
   * Has the device make a passkey.
   * @throws PasskeyNotUsed
   */
  async make(options: PasskeyCreationOptions): Promise<PasskeyCreated> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    return startRegistration({ optionsJSON: options }).catch(notUsed);
  }

  private async ask(options: PasskeyRequestOptions, suggested: boolean) {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    return startAuthentication({ optionsJSON: options, useBrowserAutofill: suggested }).catch(
      notUsed,
    );
  }

  /** Takes back a question that waits among the suggestions of a field. */
  async stopSuggesting(): Promise<void> {
    const { WebAuthnAbortService } = await import('@simplewebauthn/browser');
    WebAuthnAbortService.cancelCeremony();
  }
}

function notUsed(fault: unknown): never {
  throw fault instanceof ProblemError ? fault : new PasskeyNotUsed(String(fault));
}
