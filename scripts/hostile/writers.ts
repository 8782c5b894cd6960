/** Writers of constructs around other text, to make hostile documents. */

/** Writes a construct around a text. */
export type Construct = (text: string) => string

export const indented = (text: string, by: string) => text.replace(/^(?=[^\n])/gm, by)
/** After a marker, as its body. */
const after =
  (marker: string): Construct =>
  (text) =>
    `${marker}${indented(text, ' '.repeat(marker.length)).trimStart()}`
/** Below a line, as its body. */
const below =
  (line: string, by = '   '): Construct =>
  (text) =>
    `${line}\n${indented(text, by)}`
const directive = (start: string): Construct => below(`.. ${start}\n`)

/** The constructs that contain other blocks. */
export const blocks: Record<string, Construct> = {
  bullet: after('* '),
  'numbered item': after('#. '),
  'lettered item': after('a) '),
  definition: below('Hubble'),
  field: after(':orbit: '),
  option: after('-m  '),
  quotation: (text) => `Hubble\n\n${indented(text, '  ')}`,
  'line block': (text) => text.replace(/^/gm, '| '),
  note: directive('note::'),
  sidebar: directive('sidebar:: Mars'),
  topic: directive('topic:: Mars'),
  container: directive('container:: mars'),
  class: directive('class:: mars'),
  only: directive('only:: html'),
  figure: directive('figure:: mars.png'),
  'unknown directive': directive('telescope:: Mars'),
  'literal directive': directive('parsed-literal::'),
  code: directive('code-block:: python'),
  compound: directive('compound::'),
  header: directive('header::'),
  footnote: after('.. [#] '),
  citation: after('.. [Mars] '),
  comment: after('.. '),
  'literal block': (text) => `Hubble::\n\n${indented(text, '  ')}`,
  'list table': (text) => `.. list-table::\n\n${indented(`* - ${indented(text, '    ').trimStart()}\n  - Mars`, '   ')}`,
  'CSV table': (text) => `.. csv-table::\n\n${indented(`"${text.replaceAll('"', '""')}", Mars`, '   ')}`,
  'grid table': boxed,
  'simple table': (text) => `====  ${'='.repeat(60)}\nMars  ${indented(text, '      ').trimStart()}\n====  ${'='.repeat(60)}`,
  'table directive': (text) => directive('table:: Mars')(boxed(text)),
  section: (text) => `Mars\n====\n\n${text}`,
  'lower section': (text) => `Mars\n----\n\n${text}`,
  'overlined section': (text) => `====\nMars\n====\n\n${text}`,
  'team section': (text) => `Mars\n~~~~\n\nPlanning Artifacts:\n\n${text}\n\nCompletion Artifacts:`,
  'suppressed part': (text) => `.. goaldoc: ignore-start style/tab -- Mars\n\n${text}\n\n.. goaldoc: ignore-end style/tab`,
  'Markdown fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'substitution definition': after('.. |Mars| replace:: '),
  'glued label': (text) => `Mars:\n${text}`,
  'line of tabs': (text) => text.replace(/^/gm, '\t'),
}

/** The constructs of a line. They contain only text. */
export const inlines: Record<string, Construct> = {
  emphasis: (text) => `*${text}*`,
  'open emphasis': (text) => `*${text}`,
  literal: (text) => `\`\`${text}\`\``,
  link: (text) => `\`${text} <https://planets.example/mars>\`_`,
  'anonymous link': (text) => `\`${text} <https://planets.example/mars>\`__`,
  'unknown link': (text) => `\`${text}\`_`,
  'open link': (text) => `\`${text} <https://planets.example`,
  address: (text) => `${text} https://planets.example/mars`,
  'old address': (text) => `${text} http://docs.openstack.org/mars`,
  'reference by role': (text) => `:ref:\`${text} <mars>\``,
  'unknown role': (text) => `:telescope:\`${text}\``,
  'default role': (text) => `\`${text}\``,
  'inline target': (text) => `_\`${text}\``,
  'footnote reference': (text) => `${text} [#]_`,
  'citation reference': (text) => `${text} [Mars]_`,
  'substitution reference': (text) => `${text} |Mars|`,
  'Markdown link': (text) => `[${text}](https://planets.example/mars)`,
  'repeated word': (text) => `the the ${text}`,
  'trailing space': (text) => `${text}  `,
  'tab between words': (text) => `${text}\tVenus`,
  placeholder: (text) => `<your ${text}>`,
  'smart quotes': (text) => `“${text}”`,
}

/** Not longer than `size`, unless the text itself is. */
export function filled(text: string, size: number): string {
  return text.repeat(Math.max(1, Math.floor(size / text.length)))
}

function boxed(text: string): string {
  const lines = text.split('\n')
  const width = lines.reduce((most, line) => Math.max(most, line.length), 1)
  const border = `+${'-'.repeat(width + 2)}+`
  return [border, ...lines.map((line) => `| ${line.padEnd(width)} |`), border].join('\n')
}
