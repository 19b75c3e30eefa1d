/** The most that a file of materials may have: 10 MiB. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** The most characters of what a material is called. */
export const LONGEST_NAME = 200;

/** How many links and files a session may have. */
export const MOST_MATERIALS = 30;

/**
 * What files may be, by the end of their names: documents, presentations, tables, pictures. What can
 * run on someone's computer, or as a page in their browser, isn't among them.
 */
export const fileKinds = [
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'odt',
  'odp',
  'ods',
  'jpg',
  'png',
  'webp',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** What the end of a file's name says it is; null: nothing that is taken. */
export function kindOfName(name: string): FileKind | null {
  const end = name.split('.').at(-1)?.toLowerCase().replace('jpeg', 'jpg');
  return fileKinds.find((kind) => kind === end) ?? null;
}
