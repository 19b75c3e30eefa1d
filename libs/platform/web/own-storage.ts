import { DOCUMENT, inject, Injectable } from '@angular/core';

const PREFIX = 'luotsi_own/';

/**
 * Work that has not been sent yet, kept on this device apart for each person, so that it survives a
 * reload and a sign-in that has ended. It goes when it is sent, when the person signs out, and when
 * someone else signs in: others may use the same device. Where the browser keeps nothing, it lasts
 * as long as the page.
 */
@Injectable({ providedIn: 'root' })
export class OwnStorage {
  private readonly storage = usable(() => inject(DOCUMENT).defaultView?.localStorage);
  private readonly memory = new Map<string, string>();

  /** What is kept for a person under a name; undefined when there is nothing that can be read. */
  read(person: string, name: string): unknown {
    const key = keyOf(person, name);
    const text = this.memory.get(key) ?? this.storage?.getItem(key);
    try {
      return text ? (JSON.parse(text) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps something, in place of what was there. */
  keep(person: string, name: string, value: unknown): void {
    const key = keyOf(person, name);
    const text = JSON.stringify(value);
    try {
      if (!this.storage) throw new Error('This browser keeps nothing.');
      this.storage.setItem(key, text);
      this.memory.delete(key);
    } catch {
      this.memory.set(key, text);
    }
  }

  /** Lets go of it, once it has been sent. */
  drop(person: string, name: string): void {
    this.memory.delete(keyOf(person, name));
    this.storage?.removeItem(keyOf(person, name));
  }

  /** Forgets what is kept for everybody but a person; for everybody when nobody is signed in. */
  forgetAllBut(person: string | null): void {
    const others = (key: string) =>
      key.startsWith(PREFIX) && (person === null || !key.startsWith(keyOf(person, '')));
    for (const key of this.memory.keys()) if (others(key)) this.memory.delete(key);
    for (const key of Object.keys(this.storage ?? {}))
      if (others(key)) this.storage?.removeItem(key);
  }
}

function keyOf(person: string, name: string): string {
  return `${PREFIX}${person}/${name}`;
}

/** Some browsers throw at the mere sight of their storage. */
function usable(storage: () => Storage | undefined): Storage | undefined {
  try {
    return storage();
  } catch {
    return undefined;
  }
}
