/** Lets a test import a Markdown file as its text, as the API's bundle does. */
export default {
  process: (source) => ({ code: `export default ${JSON.stringify(source)};` }),
};
