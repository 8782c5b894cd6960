/** One sentence about each role that is common in goals and their documentation. */
const words: Readonly<Record<string, string>> = {
  abbr: 'An abbreviation; its meaning follows in parentheses',
  any: 'A link to whatever has this name: a label, a document, a term or an object',
  code: 'Code, within a line',
  command: 'The name of a command of the operating system',
  doc: 'A link to a document, by its path without extension; `/` begins at the folder of `conf.py`',
  download: 'A link to a file that is published with the pages',
  emphasis: 'Emphasised text, as `*text*`',
  envvar: 'An environment variable',
  file: 'The name of a file; braces mark what varies',
  guilabel: 'A label in a user interface',
  kbd: 'Keys to press',
  literal: 'Text as it is, as ` ``text`` `',
  math: 'A formula in LaTeX',
  menuselection: 'A path through menus, with `-->` between the steps',
  numref: 'A link to a numbered figure, table, code block or section, with its number',
  option: 'An option of a command',
  pep: 'A link to a Python Enhancement Proposal, by its number',
  program: 'The name of a program',
  ref: 'A link to a label, in any document of the project',
  rfc: 'A link to a Request for Comments, by its number',
  samp: 'A sample of text; braces mark what varies',
  strong: 'Strong text, as `**text**`',
  sub: 'Subscript',
  sup: 'Superscript',
  term: 'A link to a term of the glossary',
  'title-reference': 'The title of a work, as `` `text` ``',
}

/** The sentence about a role; `undefined` if there is none. */
export function roleWords(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/^std:/, '')
  return Object.hasOwn(words, plain) ? words[plain] : undefined
}
