/**
 * Where to go on after signing in: a page of ours, or the front page when what was asked for is
 * none (another site, an address of the API, the sign-in page itself).
 */
export function safeReturn(wished: string | null | undefined): string {
  if (!wished?.startsWith('/') || /[\\\p{Cc}]/u.test(wished)) return '/';
  const here = 'https://luotsi.invalid';
  if (!URL.canParse(wished, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wished, here);
  if (origin !== here || pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|not-allowed|page-fault|api|feeds|health)(\/|$)/.test(pathname)) return '/';
  return `${pathname}${search}${hash}`;
}
