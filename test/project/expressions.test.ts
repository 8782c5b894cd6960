/** A regular expression that goes through a run of characters again from each of its places takes the square of its length: with a
 * document of a stranger that stops the linter. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { parseAst } from 'rolldown/parseAst'
import { analyse } from 'scslre'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const parser = new RegExpParser({ ecmaVersion: 2024 })

test('the time of every regular expression grows with its text, not with the square of it', () => {
  const slow = globSync('src/**/*.ts', { cwd: root }).flatMap((path) =>
    expressionsIn(readFileSync(join(root, path), 'utf8'))
      .filter(isSlow)
      .map(({ pattern, flags }) => `${path}: /${pattern}/${flags}`),
  )
  expect(slow.sort()).toEqual([])
})

test('no regular expression looks back over a run of characters, which it would do from each place', () => {
  const slow = globSync('src/**/*.ts', { cwd: root }).flatMap((path) =>
    expressionsIn(readFileSync(join(root, path), 'utf8'))
      .filter(looksFarBack)
      .map(({ pattern, flags }) => `${path}: /${pattern}/${flags}`),
  )
  expect(slow.sort()).toEqual([])
  const source = String.raw`const far = /(?<=<[^<>]*)a/, near = /(?<![\w:])a{2}/`
  expect(expressionsIn(source).map(looksFarBack)).toEqual([true, false])
})

test('one that is slow is found', () => {
  const source = String.raw`const end = /\s+$/, twice = /(a*)*b/, fast = /^\s+/, once = /(?<!\s)\s+$/`
  expect(expressionsIn(source).map(isSlow)).toEqual([true, true, false, false])
  // Only a lookbehind for the repeated character keeps a run from being entered in its middle.
  const guards = String.raw`const other = /(?<!x)\s+$/, same = /(?<=\s)\s+$/, start = /(?<!^)\s+$/, pair = /(?<!xa)a+b/, own = /(?<![\s:])\s+$/`
  expect(expressionsIn(guards).map(isSlow)).toEqual([true, true, true, true, false])
})

interface Expression {
  pattern: string
  flags: string
}

function isSlow({ pattern, flags }: Expression): boolean {
  const hasUnicode = flags.includes('u')
  const parsed = {
    pattern: parser.parsePattern(pattern, undefined, undefined, { unicode: hasUnicode }),
    flags: parser.parseFlags(flags),
  }
  return analyse(parsed, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.length > 0
}

function looksFarBack({ pattern, flags }: Expression): boolean {
  const tree = parser.parsePattern(pattern, undefined, undefined, { unicode: flags.includes('u') })
  let isFar = false
  visitRegExpAST(tree, {
    onAssertionEnter(node) {
      if (node.kind !== 'lookbehind') return
      visitRegExpAST(node, {
        onQuantifierEnter: ({ max }) => {
          isFar ||= max === Number.POSITIVE_INFINITY
        },
      })
    },
  })
  return isFar
}

/** The regular expressions of a module, as they are written. */
function expressionsIn(source: string): Expression[] {
  const found: Expression[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node) found.push(node.regex as Expression)
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseAst(source, { lang: 'ts' }))
  return found
}
