import * as z from 'zod';

/** RFC 5322 `atext`, and letters of any script (RFC 6531). */
const atom = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const quoted = '"(?:[^"\\\\\\p{Cc}]|\\\\[^\\p{Cc}]){0,62}"';
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const pattern = new RegExp(
  `^(?:(?=[^@]{1,64}@)${atom}(?:\\.${atom})*|${quoted})@(?:${label}\\.)+${label}$`,
  'u',
);

/**
 * An e-mail address as it is kept and looked up: in any form that is legal, without spaces around
 * it, in lower case, in Unicode's form NFC and with its domain in ASCII, so that it is one address
 * however it is typed.
 */
export const emailAddress = z
  .string()
  .trim()
  .normalize('NFC')
  .toLowerCase()
  .max(254)
  .check(z.email({ pattern }))
  .overwrite(withAsciiDomain);

/**
 * A domain of other letters in the form that the network knows it by (RFC 5891), which some browsers
 * put in its place as it is typed. Others stay as they are.
 */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = `http://${address.slice(at + 1)}`;
  const isAscii = /^[\x20-\x7e]*$/.test(domain);
  if (isAscii || !URL.canParse(domain)) return address;
  return `${address.slice(0, at)}@${new URL(domain).hostname}`;
}
