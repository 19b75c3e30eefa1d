import { createTransport, type NodemailerError } from 'nodemailer';
import type { Sender } from '../sender';
import type { Outgoing } from './outbox';

/**
 * What became of a letter at the mail server.
 * - `sent`: it has taken it.
 * - `refused`: it will never take it (5xx).
 * - `later`: it may take it another time (4xx).
 * - `broken`: the connection was lost while it was being handed over; its fate may be unknown.
 * - `down`: it was not even begun: no connection, or we may not use it.
 */
export interface Outcome {
  readonly kind: 'sent' | 'refused' | 'later' | 'broken' | 'down';
  /** The answer's codes (`550 5.1.1`) or the fault's (`ETIMEDOUT`); never its words. */
  readonly answer: string;
}

/** Connections that are kept open at once. */
export const CONNECTIONS = 5;

/** Nobody takes longer over one letter, however slowly they answer. Milliseconds. */
const LONGEST_TALK = 180_000;

/** Answers to a letter that are about the account or the connection (RFC 4954, RFC 3207). */
const aboutUs = new Set([421, 454, 530, 534, 535, 538]);

/** The mail server of SMTP_URL, over a few connections that stay open. */
export class MailServer {
  private readonly transport;
  /** Message-IDs of letters that a connection has begun with. */
  private readonly begun = new Set<string>();
  readonly connections: number;

  /** @param url `smtp://user:password@host:port`; options of nodemailer may follow as `?name=value` */
  constructor(
    url: string,
    private readonly sender: Sender,
  ) {
    const { searchParams } = new URL(url);
    this.connections = Number(searchParams.get('maxConnections')) || CONNECTIONS;
    this.transport = createTransport({
      pool: true,
      url,
      maxConnections: this.connections,
      maxMessages: Number.MAX_SAFE_INTEGER,
      // Whether a letter is tried again is not for the connection to say.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 15_000,
      dnsTimeout: 10_000,
      socketTimeout: Number(searchParams.get('socketTimeout')) || 30_000,
      idleTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...securityOf(url),
    });
    // A connection asks for the envelope when it is open, signed in and free for the letter.
    this.transport.use('stream', ({ data, message }, done) => {
      const envelopeOf = message.getEnvelope.bind(message);
      message.getEnvelope = () => {
        this.begun.add(data.messageId ?? '');
        return envelopeOf();
      };
      done();
    });
  }

  /** Hands over one letter. Never throws. */
  async send(letter: Outgoing): Promise<Outcome> {
    const { messageId } = letter;
    const patience = new AbortController();
    const late = setTimeout(() => patience.abort(), LONGEST_TALK);
    try {
      const { response } = await this.transport.sendMail({
        ...messageOf(letter, this.sender),
        signal: patience.signal,
      });
      return { kind: 'sent', answer: codesOf(response) };
    } catch (fault) {
      return outcomeOf(fault as NodemailerError, this.begun.has(messageId));
    } finally {
      clearTimeout(late);
      this.begun.delete(messageId);
    }
  }

  /** Closes the connections, also those over which a letter is being handed. */
  close(): void {
    this.transport.close({ force: true });
  }
}

/** What a fault of the handing over means for the letter. */
export function outcomeOf(fault: NodemailerError, begun: boolean): Outcome {
  const { code = 'unknown', responseCode, permanent, response } = fault;
  if (!begun) return { kind: 'down', answer: codesOf(response) || code };
  const isAboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isAboutLetter || (responseCode && aboutUs.has(responseCode)))
    return { kind: 'broken', answer: codesOf(response) || code };
  // Without an answer it was not even said: an address that can't be, or not to this server.
  const isFinal = permanent ?? !responseCode;
  return { kind: isFinal ? 'refused' : 'later', answer: codesOf(response) || code };
}

/** `550 5.1.1`: the code of an answer and, where there is one, its enhanced code (RFC 3463). */
function codesOf(response: string | false | undefined): string {
  const [, code, enhanced] = /^(\d{3})(?:[ -]+(\d\.\d{1,3}\.\d{1,3}))?/.exec(response || '') ?? [];
  return [code, enhanced].filter(Boolean).join(' ');
}

/** A letter as a message (RFC 5322); always the same, whenever and wherever it is made. */
function messageOf(letter: Outgoing, sender: Sender) {
  return {
    messageId: letter.messageId,
    date: letter.at,
    from: { name: sender.name, address: sender.address },
    to: { name: letter.name ?? '', address: letter.address },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    alternatives: letter.calendars.map(({ method, ics }) => ({
      contentType: `text/calendar; charset=utf-8; method=${method.replace(/[^A-Za-z]/g, '')}`,
      content: ics,
    })),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.language,
      ...(letter.unsubscribe
        ? {
            'List-Unsubscribe': `<${letter.unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    baseBoundary: letter.id,
    xMailer: false as const,
  };
}

/**
 * Letters hold links that open accounts: none goes over an open line unless `?requireTLS=false` says
 * so. A server on this very machine has no certificate that others vouch for, and needs none.
 */
export function securityOf(url: string): { requireTLS: boolean } | { tls: object } {
  const { hostname, searchParams } = new URL(url);
  if (isThisMachine(hostname)) return { tls: { rejectUnauthorized: false } };
  return { requireTLS: searchParams.get('requireTLS') !== 'false' };
}

const isThisMachine = (host: string) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(host);
