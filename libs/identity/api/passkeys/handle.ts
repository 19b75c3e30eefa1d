/** What a passkey calls its owner: the bytes of their id, which say nothing about them. */
export function handleOf(person: string): Buffer {
  return Buffer.from(person.replaceAll('-', ''), 'hex');
}
