/** Markdown is imported as its text: the API bundle and Jest both carry it inside. */
declare module '*.md' {
  const text: string;
  export default text;
}
