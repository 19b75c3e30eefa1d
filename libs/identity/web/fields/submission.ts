import { afterNextRender, inject, Injectable, Injector, signal } from '@angular/core';
import { ProblemError } from '@luotsi/platform/web';
import type { ReadableField } from './email-field';

/** Something that the focus can go to. */
interface Focusable {
  focus(): void;
}

/**
 * How a form is sent: once at a time, with the problem kept that it is refused with, and the focus
 * where it is needed. Provided by the component of the form.
 */
@Injectable()
export class Submission {
  private readonly injector = inject(Injector);
  private readonly sending = signal(false);
  private readonly refused = signal<ProblemError | null>(null);
  readonly busy = this.sending.asReadonly();
  readonly problem = this.refused.asReadonly();

  /**
   * Sends what was read of the fields; nothing while one of them is wrong, which then has the focus.
   * @param fields by their pointers into the body: one that the API finds wrong gets the focus
   * @param notice where the problem is told otherwise
   * @returns whether it was sent and taken
   */
  async send(
    event: Event,
    fields: Readonly<Record<string, ReadableField>>,
    notice: () => Focusable | undefined,
    work: () => Promise<unknown>,
  ): Promise<boolean> {
    event.preventDefault();
    if (this.sending()) return false;
    this.refused.set(null);
    const all = Object.values(fields);
    const wrong = all.filter((field) => field.read() === null)[0];
    if (wrong) {
      wrong.focus();
      return false;
    }
    this.sending.set(true);
    try {
      await work();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      this.refused.set(thrown);
      const pointers = (thrown.details.errors ?? []).map(({ pointer }) => pointer);
      const field = Object.entries(fields).find(([pointer]) => pointers.includes(pointer))?.[1];
      this.focusLater(() => field ?? notice());
      return false;
    } finally {
      this.sending.set(false);
    }
  }

  /** Once the page shows what it is to show now. */
  focusLater(what: () => Focusable | undefined): void {
    afterNextRender(() => what()?.focus(), { injector: this.injector });
  }

  forget(): void {
    this.refused.set(null);
  }
}
