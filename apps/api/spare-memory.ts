import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by a third of what is alive before it is cleared, instead of to several times
 * that. V8 goes by the memory of the machine and leaves what has died in the old generation to lie
 * there for minutes (measured while letters are delivered: 60 MB alive, 330 MB kept, and the system
 * never gets them back).
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
