/** Every difference in the table of docutils' versions is used by the parser. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { docutilsMessages, docutilsVersions, parseRst, toPseudoXml } from '../../src/rst/index.ts'
import { docutilsDifferences } from '../../src/rst/versions.ts'

const room = join(import.meta.dirname, '../../src/rst')
const sources = new Map(
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'versions.ts')
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(room, file), 'utf8')]),
)

test.each(Object.values(docutilsDifferences).flatMap((differences) => Object.keys(differences)))('the parser uses %s', (name) => {
  const isAsked = new RegExp(`docutils\\.${name}\\b|'${name}'`)
  expect([...sources].filter(([, text]) => isAsked.test(text))).not.toEqual([])
})

test('the newest version is the default', () => {
  const source = 'Orbit\n=====\n\n----\n\n.. [1]\n'
  const newest = docutilsVersions.at(-1)!
  expect(toPseudoXml(parseRst(source))).toBe(toPseudoXml(parseRst(source, { docutils: newest })))
  expect(docutilsMessages(source)).toEqual(docutilsMessages(source, { docutils: newest }))
})

test('versions give different messages', () => {
  const source = ':Author: A. Kepler\n\n.. [1]\n\n----\n\ndust *near\n  far\n'
  const said = docutilsVersions.map((docutils) =>
    docutilsMessages(source, { docutils }).map(({ level, line, message }) => [line, level, message]),
  )
  const emphasis = (line: number) => [line, 2, 'Inline emphasis start-string without end-string.']
  const author = [1, 2, 'Cannot extract bibliographic field "Author" containing anything other than a single paragraph.']
  // docutils has already read the next line when it reports this.
  const empty = [4, 2, 'Footnote content expected.']
  expect(said).toEqual([[author, emphasis(7)], [emphasis(7)], [emphasis(7)], [empty, emphasis(7)], [empty, emphasis(7)]])
})

test('docutils 0.22 warns of a transition in the words of older versions', () => {
  const said = docutilsVersions.map((docutils) => docutilsMessages('Mars\n\n----\n', { docutils })[0])
  const old = { message: 'Document may not end with a transition.' }
  const error = { ...old, level: 3 }
  const newest = { level: 2, message: 'Transition at the end of the document.' }
  expect(said).toMatchObject([error, error, error, { ...old, level: 2 }, newest])
})

test('docutils before 0.23 refers back to duplicate targets that are not visible', () => {
  const backrefs = docutilsVersions.map((docutils) =>
    toPseudoXml(parseRst('.. _mars: x\n.. _mars: y\n', { docutils })).includes('<system_message backrefs="mars-1"'),
  )
  expect(backrefs).toEqual([true, true, true, true, false])
})

test('an unknown version is an error', () => {
  expect(() => parseRst('Mars', { docutils: '0.18' as '0.19' })).toThrow(
    'Cannot parse as docutils 0.18: it is not one of 0.19, 0.20, 0.21, 0.22, 0.23. Choose one of them.',
  )
})

test('docutils before 0.22 reads two lines again after a section whose title has a short overline', () => {
  const source = 'Mars\n====\n\n==\nIo\n==\n\nSmall.\n\nMoons\n=====\n'
  const said = (again: string) => `<document source="test data">
    <section ids="mars" names="mars">
        <title>
            Mars
        <section ids="io" names="io">
            <title>
                Io
            <paragraph>
                Small.
${again}    <section ids="moons" names="moons">
        <title>
            Moons
`
  const again = '        <paragraph>\n            Small.\n'
  expect(docutilsVersions.map((docutils) => toPseudoXml(parseRst(source, { docutils })))).toEqual(
    [again, again, again, '', ''].map(said),
  )
})
