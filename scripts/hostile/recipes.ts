/** Random hostile documents: a few constructs, nested, indented and repeated. The same seed gives the same documents. */
import { randomNumbers } from '../../test/conformance/edits.ts'
import { blocks, filled, indented, inlines } from './writers.ts'

/** A document that grows with its size. */
export interface Recipe {
  /** The constructs and how they are put together, so that a slow recipe can be named. */
  name: string
  fill(size: number): string
}

/** Text that begins, ends or looks like a construct, and is put anywhere. */
const tokens = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ...[
    '**',
    '``',
    '__',
    '_`',
    '|_',
    '::',
    '..',
    '. ',
    ': ',
    '\\ ',
    '>>> ',
    '> ',
    '| ',
    '-- ',
    '```',
    '~~~',
    '# ',
    '<<<<<<< ',
    '$ ',
  ],
  ...[
    '* ',
    '- ',
    '+ ',
    '#. ',
    '1. ',
    '2) ',
    '(3) ',
    'a. ',
    'iv. ',
    'B) ',
    '• ',
    '-a',
    '-a  ',
    '--orbit=',
    '/V  ',
    ':mars: ',
    ':mars:',
  ],
  ...[
    '====',
    '----',
    '=',
    '-',
    '+---+',
    '|   |',
    '== ==',
    '=====  ====',
    '.. mars',
    '.. mars::',
    '.. _mars:',
    '.. _mars',
    '__ mars_',
  ],
  ...['.. [1] ', '.. [#] ', '.. [#mars] ', '.. [*] ', '.. [mars] ', '.. |mars| ', '.. |mars| replace:: ', '.. |m| image:: m.png'],
  ...['mars_', 'mars__', '[1]_', '[#]_', '[#mars]_', '[*]_', '[mars]_', '|mars|', '|mars|_', '`mars`_', '`mars`__', '_`mars`'],
  ...['http://mars.example/a', 'https://mars.example/(a', 'mars@moon.example', '<http://mars.example>', '`a <b>`_', '`a <b_>`__'],
  ...[':ref:`mars`', ':mars:`a`', '`a`:mars:', ':sub:`2`', '*a*', '**a**', '``a``', '`a`', '[a](http://b.example)', '![a](b)'],
  ...[
    'Mars',
    'Mars and Venus',
    'the the',
    'e.g.',
    '2026-01-01',
    '1',
    'a',
    '天文',
    '\u0301',
    '\u200b',
    '\u00a0',
    '\u2028',
    '“a”',
    'A'.repeat(70),
  ],
  ...[
    'TODO: ',
    'TBD',
    '<your team>',
    'None',
    'N/A',
    'Planning Artifacts:',
    'Completion Artifacts:',
    'Gerrit Topic',
    'Project Teams',
  ],
  ...[
    '.. goaldoc: ignore-next style/tab',
    '.. goaldoc: ignore-start style/tab -- a',
    '.. goaldoc: ignore-end style/tab',
    '.. class:: a',
  ],
  ...[
    '.. contents::',
    '.. include:: a.rst',
    '.. default-role:: mars',
    '.. role:: mars',
    '.. highlight:: sh',
    '.. code:: sh',
    '.. raw:: html',
  ],
  ...[
    '.. figure:: a.png',
    '.. csv-table::',
    '.. list-table::',
    '.. toctree::',
    '.. only:: html',
    '.. target-notes::',
    '.. sectnum::',
  ],
  ...['\t', ' ', '  ', '   ', '    ', '\n', '\n\n', '\r', '\r\n', '\f', '\v', '\0'],
]
const gaps = ['', '', ' ', '  ', '\n', '\n', '\n', '\n\n', '\n\n', '\n\n', '\n\n\n', '\r\n', '\t']

type Random = () => number
const oneOf = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)]!

/** A template of one copy; `%` stands for its number, if names differ. */
interface Unit {
  name: string
  text: string
}

/** A few tokens in a row. */
function tokenRun(random: Random): Unit {
  const parts = Array.from({ length: 1 + Math.floor(random() * 5) }, () => [oneOf(tokens, random), oneOf(gaps, random)]).flat()
  const text = parts.join('')
  return { name: JSON.stringify(text), text }
}

/** Text within a line or a few. */
function inlineUnit(random: Random): Unit {
  if (random() < 0.5) return tokenRun(random)
  const [name, write] = oneOf(Object.entries(inlines), random)
  const inner = random() < 0.3 ? tokenRun(random) : { name: 'Mars', text: 'Mars' }
  return { name: `${name} of ${inner.name}`, text: write(inner.text) }
}

/** A construct in others, at some indentation. */
function unit(random: Random): Unit {
  let made = inlineUnit(random)
  for (let depth = Math.floor(random() * 4); depth > 0; depth--) {
    const [name, write] = oneOf(Object.entries(blocks), random)
    made = { name: `${made.name} in ${name}`, text: write(made.text) }
  }
  const indent = random() < 0.7 ? 0 : Math.floor(random() * 9)
  return indent === 0 ? made : { name: `${made.name} at ${indent}`, text: indented(made.text, ' '.repeat(indent)) }
}

/** How copies are put together. */
type Form = (copies: (size: number) => string, outer: (text: string) => string, size: number) => string
const forms: Record<string, Form> = {
  repeated: (copies, _, size) => copies(size),
  'many in one': (copies, outer, size) => outer(copies(size)),
  'after many': (copies, outer, size) => `${filled(`${outer('Mars')}\n\n`, size / 2)}${copies(size / 2)}`,
  'in a section': (copies, _, size) => `Mars\n====\n\nVenus\n-----\n\n${copies(size)}`,
  'in stairs'(copies, _, size) {
    const lines = copies(size).split('\n')
    return lines.map((line, index) => ' '.repeat((index * 2) % 200) + line).join('\n')
  },
}

/** A copy in which words have its number. */
const numbered = (text: string, index: number) => text.replace(/[Mm]ars|(?<=\W)a(?=\W)/g, (word) => `${word}${index}`)

function copiesOf(text: string, isNumbered: boolean, size: number): string {
  if (text === '') return ''
  if (!isNumbered) return filled(text, size)
  const parts: string[] = []
  for (let length = 0, index = 0; length < size; index++) {
    const copy = numbered(text, index)
    parts.push(copy)
    length += copy.length
  }
  return parts.join('')
}

export function recipe(seed: number): Recipe {
  const random = randomNumbers(seed)
  const units = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({ ...unit(random), gap: oneOf(gaps, random) }))
  const text = units.map((one) => one.text + one.gap).join('')
  const isNumbered = random() < 0.4
  const [formName, form] = oneOf(Object.entries(forms), random)
  const [outerName, outer] = oneOf(Object.entries(blocks), random)
  const words = units.map((one) => `${one.name}, then ${JSON.stringify(one.gap)}`).join('; ')
  return {
    name: `${seed}${isNumbered ? ', numbered' : ''}, ${formName} (${outerName}): ${words}`,
    fill: (size) => form((length) => copiesOf(text, isNumbered, length), outer, size).slice(0, size),
  }
}
