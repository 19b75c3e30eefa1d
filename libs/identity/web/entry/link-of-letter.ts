import { computed, inject, Injectable, signal } from '@angular/core';
import { readLink } from '@luotsi/identity/model';
import type { Answer } from '@luotsi/platform/model';
import { ApiClient, ProblemError } from '@luotsi/platform/web';

type Read = Answer<typeof readLink>;

/** What the link is for that a letter has led here with. Provided by the page. */
@Injectable()
export class LinkOfLetter {
  private readonly client = inject(ApiClient);
  private readonly found = signal<Read | null>(null);
  private readonly refused = signal<ProblemError | null>(null);
  /** What it is for; null until it is known, and when it does not work. */
  readonly link = this.found.asReadonly();
  /** Why it does not work. */
  readonly problem = this.refused.asReadonly();
  readonly reading = computed(() => this.found() === null && this.refused() === null);

  /**
   * Asks what a link is for, which does not use it up: a mail program may have looked first. A link
   * that has lost its end on the way is one that leads nowhere, not a form filled in wrongly.
   */
  async read(token: string | undefined): Promise<void> {
    this.refused.set(null);
    try {
      this.found.set(await this.client.send(readLink, { body: { token: token || '-' } }));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      this.refused.set(thrown);
    }
  }
}
