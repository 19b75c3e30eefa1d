import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

/**
 * The yardstick of delivering: nodemailer's pool alone, with all letters in memory, no order to keep
 * and nothing to remember. Prints the seconds it took.
 * `node mail-sender.mjs <smtp url> <letters.json>`
 */
const [, , url, file] = process.argv;
const letters = JSON.parse(readFileSync(file, 'utf8'));
const transport = createTransport({ pool: true, url, maxConnections: 5, maxMessages: 1e9 });
const began = performance.now();
let next = 0;
/** Two letters a connection are on their way, so that none waits for the next to be made. */
await Promise.all(
  Array.from({ length: 10 }, async () => {
    while (next < letters.length) await transport.sendMail(letters[next++]);
  }),
);
process.stdout.write(`${(performance.now() - began) / 1_000}\n`);
transport.close();
