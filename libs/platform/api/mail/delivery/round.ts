import type { Outbox, Outgoing, Waiting } from './outbox';
import { pauseAfter, waitAfter } from './patience';
import type { MailClock } from './mail-clock';
import type { Outcome } from './mail-server';

/** Letters of which at most so many are known beforehand; their contents are read one by one. */
const IN_HAND = 200;

/** So many letters put off in a row, to whomever they go: it is the server that is in trouble. */
const PUT_OFF_IN_A_ROW = 10;

/** The mail server, as a round of deliveries needs it. */
export interface Taker {
  readonly connections: number;
  send(letter: Outgoing): Promise<Outcome>;
}

/** What a round tells of. */
export interface RoundEvents {
  /** A letter's turn is over. */
  done(): void;
  /** The server takes no letters, with the codes of its answer; null: it takes them again. */
  trouble(answer: string | null): void;
}

/**
 * What one process delivers: takes letters from the outbox in order, one at a time for each
 * recipient and several recipients at once, and leaves a server in trouble alone for a while.
 */
export class Round {
  /** Letters in hand by recipient, in order; the first is the one under way. */
  private readonly hands = new Map<string, string[]>();
  /** Recipients none of whose letters is under way. */
  private ready: string[] = [];
  /** Recipients who were laid aside since the outbox was last asked. */
  private readonly putOff = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();
  private troubles = 0;
  private putOffInARow = 0;
  /** After trouble one letter goes first, to see. */
  private isCareful = false;
  /** Nothing is begun before; milliseconds of the clock. */
  private pausedUntil = 0;
  private stopped = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly server: Taker,
    private readonly clock: MailClock,
    private readonly hear: RoundEvents,
  ) {}

  /** Milliseconds for which the server is left alone; 0 when letters may be begun. */
  private get pause(): number {
    return Math.max(0, this.pausedUntil - this.clock.now());
  }

  get isIdle(): boolean {
    return this.hands.size === 0;
  }

  /**
   * Takes more letters in hand, if there is room, and begins as many as may be under way.
   * @returns for how many milliseconds nothing is begun, because the server is left alone; 0 when
   *   what could be begun has been
   * @throws when the outbox can't be read
   */
  async goOn(): Promise<number> {
    const { pause } = this;
    if (this.stopped || pause > 0) return pause;
    const inHand = [...this.hands.values()].flat();
    if (inHand.length < IN_HAND / 2) {
      this.putOff.clear();
      const more = await this.outbox.due(inHand, IN_HAND);
      for (const letter of more) this.take(letter);
    }
    this.begin();
    return 0;
  }

  /** Begins nothing more; resolves when what is under way is done with. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.underWay);
  }

  private take({ id, recipient }: Waiting): void {
    // Laid aside while the outbox was being asked: an earlier letter has to go first.
    if (this.putOff.has(recipient)) return;
    const hand = this.hands.get(recipient);
    if (hand) return void hand.push(id);
    this.hands.set(recipient, [id]);
    this.ready.push(recipient);
  }

  private begin(): void {
    const most = this.isCareful ? 1 : this.server.connections;
    while (!this.stopped && this.pause === 0 && this.underWay.size < most) {
      const recipient = this.ready.shift();
      if (recipient === undefined) return;
      const turn = this.turn(recipient).then(() => {
        this.underWay.delete(turn);
        this.begin();
        this.hear.done();
      });
      this.underWay.add(turn);
    }
  }

  /** One letter's turn; afterwards its recipient is ready for the next, or has been put off. */
  private async turn(recipient: string): Promise<void> {
    const hand = this.hands.get(recipient) ?? [];
    const [id = ''] = hand;
    const drop = () => this.hands.delete(recipient);
    const next = () => {
      hand.shift();
      if (hand.length > 0) this.ready.push(recipient);
      else drop();
    };
    const putOff = () => {
      this.putOff.add(recipient);
      drop();
    };
    try {
      const letter = await this.outbox.read(id);
      if (!letter) return next();
      const { kind, answer } = await this.server.send(letter);
      switch (kind) {
        case 'sent':
          await this.surely(() => this.outbox.sent(id, answer));
          this.well();
          return next();
        case 'refused':
          await this.surely(() => this.outbox.refused(id, answer));
          this.well();
          return next();
        case 'later':
          await this.outbox.putOff(id, answer, waitAfter(letter.attempts + 1));
          putOff();
          this.putOffInARow += 1;
          if (this.putOffInARow >= PUT_OFF_IN_A_ROW) this.trouble(answer);
          return;
        case 'broken':
          await this.outbox.putOff(id, answer, waitAfter(letter.attempts + 1));
          putOff();
          return this.trouble(answer);
        case 'down':
          putOff();
          return this.trouble(answer);
      }
    } catch {
      // The outbox could not be reached: what is in hand is taken anew when it can.
      putOff();
      this.trouble('the outbox');
    }
  }

  /** What is known to have been sent must not be forgotten while the database is away. */
  private async surely(keep: () => Promise<void>): Promise<void> {
    for (let times = 1; ; times += 1) {
      try {
        return await keep();
      } catch (fault) {
        if (this.stopped && times > 3) throw fault;
        await new Promise((resolve) => setTimeout(resolve, this.clock.wait(pauseAfter(times))));
      }
    }
  }

  private well(): void {
    if (this.troubles > 0) this.hear.trouble(null);
    this.troubles = 0;
    this.putOffInARow = 0;
    this.isCareful = false;
  }

  /** Letters under way all meet the same trouble: it counts once. */
  private trouble(answer: string): void {
    if (this.pause > 0) return;
    this.troubles += 1;
    if (this.troubles === 1) this.hear.trouble(answer);
    this.isCareful = true;
    this.pausedUntil = this.clock.now() + pauseAfter(this.troubles);
  }
}
