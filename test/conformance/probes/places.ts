/** Where a block may stand. */

export const indent = (text: string, by: string) =>
  text
    .split('\n')
    .map((line) => (line ? by + line : line))
    .join('\n')

/** Where a block may stand. */
export const inPlace: readonly ((block: string) => string)[] = [
  (block) => block,
  (block) => block,
  (block) => block,
  (block) => `* ${indent(block, '  ').trimStart()}`,
  (block) => `1. Mars\n\n${indent(block, '   ')}\n\n2. Venus`,
  (block) => indent(block, '   '),
  (block) => `term\n${indent(block, '   ')}`,
  (block) => `:field: ${indent(block, '   ').trimStart()}`,
  (block) => `-a  ${indent(block, '    ').trimStart()}`,
  (block) => `.. note::\n\n${indent(block, '   ')}`,
  (block) => `.. [1] ${indent(block, '   ').trimStart()}\n\nSee [1]_.`,
  (block) => `.. class:: big\n\n${indent(block, '   ')}`,
  (block) => `.. figure:: x.png\n\n   Caption\n\n${indent(block, '   ')}`,
  (block) => `.. list-table::\n\n   * - ${indent(block, '       ').trimStart()}`,
  (block) => `.. csv-table::\n\n   "${indent(block.replaceAll('"', '""'), '   ').trimStart()}"`,
  (block) => `.. table:: T\n\n${indent(block, '   ')}`,
  (block) => `.. |vega| ${block.replace(/^\.\. /, '')}\n\nThe |vega|.`,
  (block) => `.. header:: ${indent(block, '   ').trimStart()}`,
  (block) => `Mars\n====\n\nText\n${block}\n\nVenus\n=====`,
  (block) => `Mars\n====\n\n${block}`,
  (block) => `${block}\n\n${block}`,
  (block) => `| ${indent(block, '  ').trimStart()}`,
  (block) => `.. topic:: T\n\n${indent(block, '   ')}`,
  (block) => `.. sidebar:: S\n\n${indent(block, '   ')}`,
  (block) => `.. replace:: ${block}`,
  (block) => {
    const lines = block.split('\n')
    const width = Math.max(...lines.map((line) => line.length)) + 2
    const border = `+${'-'.repeat(width)}+`
    return [border, ...lines.map((line) => `| ${line.padEnd(width - 1)}|`), border].join('\n')
  },
  (block) => {
    const lines = block.split('\n')
    const width = Math.max(1, ...lines.map((line) => line.length))
    const border = `==  ${'='.repeat(width)}`
    return [border, ...lines.map((line, at) => (line ? `${at ? '  ' : 'a '}  ${line}` : '')), border].join('\n')
  },
]
