/** Letters without their marks, as they are typed in a hurry. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/**
 * Those of whose name some word begins with each of the words typed: `m vir` finds Mari Virtanen.
 * Everyone when nothing is typed.
 */
export function foundBy<Person extends { readonly name: string }>(
  people: readonly Person[],
  typed: string,
): readonly Person[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return people.filter(({ name }) => {
    const own = folded(name).split(/[\s-]+/);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  });
}
