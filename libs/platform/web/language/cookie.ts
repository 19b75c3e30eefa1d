/** A cookie's value, or undefined. */
export function readCookie(document: Document, name: string): string | undefined {
  return document.cookie
    .split('; ')
    .find((entry) => entry.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** Keeps a value of the person's own choosing for a year, for this site only. */
export function writeCookie(document: Document, name: string, value: string): void {
  const secure = document.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
