/** Models as people write them: with comments, blank lines, all quotes, brackets, blocks of text, anchors, and keys in any order. */
import { isDeepStrictEqual } from 'node:util'
import type { Goal } from '../../src/goal/index.ts'

/** Numbers between 0 and 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The goal as a person could have written it. Some results are not YAML, or are another goal: check that they are read as this
 * goal.
 */
export function authored(goal: Goal, seed: number): string {
  const random = dice(seed)
  const chance = (share: number) => random() < share
  const step = 1 + Math.floor(random() * 4)
  const listStep = Math.floor(random() * 4)
  const [comments, blanks, brackets, anchors] = [random() * 0.6, random() * 0.3, random() * 0.3, chance(0.3) ? 0.3 : 0]
  let count = 0
  const known: { value: unknown; name: string }[] = []
  const above = (column: number) =>
    (chance(blanks) ? '\n' : '') + (chance(comments) ? `${' '.repeat(column)}# note ${count++}: mind the orbit\n` : '')
  const behind = () => (chance(comments) ? `${' '.repeat(1 + Math.floor(random() * 3))}# remark ${count++}` : '')
  const doubled = (text: string) =>
    JSON.stringify(text).replace(
      /[\x7f-\x9f\u2028\u2029\ufeff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  const singled = (text: string) => `'${text.replaceAll("'", "''")}'`

  const inline = (text: string, isFlow: boolean): string => {
    const isTame =
      /^[A-Za-z][\w ./-]*$/.test(text) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(text) && !text.endsWith(' ')
    if (isTame && !(isFlow && /[,[\]{}]/.test(text)) && chance(0.6)) return text
    return !/[\n\t\r]/.test(text) && chance(0.5) ? singled(text) : doubled(text)
  }
  const flow = (value: unknown): string => {
    const gap = chance(0.5) ? ' ' : ''
    if (typeof value === 'string') return inline(value, true)
    if (Array.isArray(value))
      return value.length === 0 ? '[]' : `[${gap}${value.map(flow).join(chance(0.5) ? ', ' : ' , ')}${gap}]`
    if (typeof value !== 'object' || value === null) return String(value)
    return `{${gap}${Object.entries(value)
      .map(([key, inner]) => `${inline(key, true)}: ${flow(inner)}`)
      .join(', ')}${gap}}`
  }
  /** The text after a key or a dash, whose column is `column`. */
  const valued = (value: unknown, column: number, isEntry: boolean): string => {
    const earlier = known.find((one) => typeof value === 'object' && isDeepStrictEqual(one.value, value))
    if (earlier !== undefined && chance(anchors)) return ` *${earlier.name}${behind()}\n`
    const name = `a${known.length}`
    const isAnchored =
      typeof value === 'object' && Object.keys(value as object).length > 0 && chance(anchors) && known.push({ value, name }) > 0
    const anchor = isAnchored ? ` &${name}` : ''
    if (typeof value === 'string') {
      const own = column + step + (isEntry ? 1 : 0)
      if (
        /^\S/.test(value) &&
        /\S$/.test(value) &&
        !/[\t\r\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|\s$|^[ \t]/m.test(value) &&
        chance(0.4)
      ) {
        const isFolded = chance(0.5)
        const lines = isFolded
          ? value
              .replace(/\n+/g, '$&\n')
              .replace(/(?<=\S) (?=\S)/g, () => (chance(0.3) ? '\n' : ' '))
              .split('\n')
          : value.split('\n')
        return `${isFolded ? ' >-' : ' |-'}${behind()}\n${lines.map((line) => (line === '' ? '\n' : `${' '.repeat(own)}${line}\n`)).join('')}`
      }
      return ` ${inline(value, false)}${behind()}\n`
    }
    if (typeof value !== 'object' || value === null) return ` ${value}${behind()}\n`
    if (Object.keys(value).length === 0 || chance(brackets)) return `${anchor} ${flow(value)}${behind()}\n`
    if (isEntry && anchor === '') {
      // The first key is on the line of the dash.
      const own = column + 1 + step
      return (
        ' '.repeat(step) +
        (Array.isArray(value) ? list(value, own) : mapping(value as Record<string, unknown>, own)).replace(
          /^(?:\n| *# note .*\n)* +/,
          '',
        )
      )
    }
    const inner = column + (isEntry ? step + 1 : Array.isArray(value) ? listStep : step)
    return `${anchor}${behind()}\n${Array.isArray(value) ? list(value, inner) : mapping(value as Record<string, unknown>, inner)}`
  }
  const list = (values: readonly unknown[], column: number): string =>
    values.map((value) => `${above(column)}${' '.repeat(column)}-${valued(value, column, true)}`).join('')
  const mapping = (value: Record<string, unknown>, column: number): string => {
    const entries = Object.entries(value).map((entry) => ({ entry, at: chance(0.2) ? random() : 0 }))
    entries.sort((a, b) => a.at - b.at)
    return entries
      .map(
        ({ entry: [key, inner] }) => `${above(column)}${' '.repeat(column)}${inline(key, false)}:${valued(inner, column, false)}`,
      )
      .join('')
  }
  return `${chance(0.5) ? '# The goal.\n' : ''}${chance(0.3) ? '---\n' : ''}${mapping(goal, 0)}${chance(0.3) ? '# The end.\n' : ''}`
}

type Path = (string | number)[]

/** One edit of a goal: what it does, and to which value. */
export interface GoalEdit {
  kind: 'set' | 'remove' | 'insert'
  path: Path
}

/** One random edit that people make: another text, an entry or a key less, an entry more. */
export function edited(goal: Goal, seed: number, text: string): { goal: Goal; edit: GoalEdit } | undefined {
  const random = dice(seed)
  const after = structuredClone(goal)
  const edits: (GoalEdit & { apply: () => void })[] = []
  const visit = (value: unknown, path: Path) => {
    if (Array.isArray(value)) {
      value.forEach((inner, index) => {
        const at = [...path, index]
        if (typeof inner === 'string') edits.push({ kind: 'set', path: at, apply: () => void value.splice(index, 1, text) })
        // It would be unclear which of two equal entries was removed.
        const isAlone = value.filter((other) => isDeepStrictEqual(other, inner)).length === 1
        if (value.length > 1 && isAlone) edits.push({ kind: 'remove', path: at, apply: () => void value.splice(index, 1) })
        if (typeof inner === 'string') edits.push({ kind: 'insert', path: at, apply: () => void value.splice(index, 0, text) })
        visit(inner, at)
      })
    } else if (typeof value === 'object' && value !== null) {
      const record = value as Record<string, unknown>
      for (const [key, inner] of Object.entries(record)) {
        const at = [...path, key]
        if (typeof inner === 'string')
          edits.push({ kind: 'set', path: at, apply: () => void Object.assign(record, { [key]: text }) })
        if (Object.keys(record).length > 1) edits.push({ kind: 'remove', path: at, apply: () => void delete record[key] })
        visit(inner, at)
      }
    }
  }
  visit(after, [])
  const chosen = edits[Math.floor(random() * edits.length)]
  chosen?.apply()
  return chosen && { goal: after, edit: { kind: chosen.kind, path: chosen.path } }
}
