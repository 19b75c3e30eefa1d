import type {
  PasskeyAsserted,
  PasskeyCreated,
  PasskeyCreationOptions,
  PasskeyRequestOptions,
} from '@luotsi/identity/model';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What an authenticator may be made to get wrong. */
export interface Mischief {
  readonly origin?: string;
  readonly host?: string;
  /** The device was not unlocked. */
  readonly unverified?: boolean;
  readonly crossOrigin?: boolean;
  readonly counter?: number;
  /** Signs something else than what it sends. */
  readonly forged?: boolean;
  readonly challenge?: string;
  readonly userHandle?: string;
  /** Comes with a maker's certificate. */
  readonly attested?: boolean;
}

/** A passkey in software: ECDSA over P-256, WebAuthn Level 3 §6. */
export class TestPasskey {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle = '';
  counter = 0;

  constructor(
    private readonly origin: string,
    readonly id = randomBytes(32).toString('base64url'),
  ) {}

  /** What the browser sends after `navigator.credentials.create`. */
  create(options: PasskeyCreationOptions, mischief: Mischief = {}): PasskeyCreated {
    this.userHandle = options.user.id;
    const jwk = this.keys.publicKey.export({ format: 'jwk' });
    const key = map([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x ?? '', 'base64url')],
      [-3, Buffer.from(jwk.y ?? '', 'base64url')],
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, id, key]);
    const data = this.authenticatorData(options.rp.id, 0x40, mischief, credential);
    const attestationObject = map([
      ['fmt', mischief.attested ? 'packed' : 'none'],
      ['attStmt', mischief.attested ? map([['x5c', randomBytes(4)]]) : map([])],
      ['authData', data],
    ]);
    return {
      ...this.named(),
      response: {
        clientDataJSON: this.clientData('webauthn.create', options.challenge, mischief),
        attestationObject: attestationObject.toString('base64url'),
      },
    };
  }

  /** What the browser sends after `navigator.credentials.get`. */
  get(options: PasskeyRequestOptions, mischief: Mischief = {}): PasskeyAsserted {
    this.counter = mischief.counter ?? this.counter + 1;
    const data = this.authenticatorData(options.rpId, 0, mischief);
    const clientDataJSON = this.clientData('webauthn.get', options.challenge, mischief);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signed = mischief.forged ? randomBytes(64) : Buffer.concat([data, hash]);
    return {
      ...this.named(),
      response: {
        clientDataJSON,
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
        userHandle: mischief.userHandle ?? this.userHandle,
      },
    };
  }

  private named() {
    return { id: this.id, rawId: this.id, type: 'public-key' as const };
  }

  private clientData(type: string, challenge: string, mischief: Mischief): string {
    const { origin = this.origin, crossOrigin = false } = mischief;
    const data = { type, challenge: mischief.challenge ?? challenge, origin, crossOrigin };
    return Buffer.from(JSON.stringify(data)).toString('base64url');
  }

  private authenticatorData(
    host: string,
    flags: number,
    { host: other, unverified }: Mischief,
    credential: Buffer = Buffer.alloc(0),
  ): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const hash = createHash('sha256')
      .update(other ?? host)
      .digest();
    const present = flags | 0x01 | (unverified ? 0 : 0x04);
    return Buffer.concat([hash, Buffer.from([present]), counter, credential]);
  }
}

type Cbor = number | string | Buffer;

/** A CBOR map (RFC 8949); values that are maps already are taken as they are. */
function map(entries: readonly (readonly [number | string, Cbor])[]): CborMap {
  const body = entries.flatMap(([key, value]) => [encode(key), encode(value)]);
  return Object.assign(Buffer.concat([head(5, entries.length), ...body]), { isMap: true as const });
}

type CborMap = Buffer & { readonly isMap: true };

function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  return 'isMap' in value ? value : Buffer.concat([head(2, value.length), value]);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
