/** Laws that hold for every model and every edit. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMap, isSeq, type Node, parseDocument } from 'yaml'
import { type Goal, goalSchema, parseModel, updateModel } from '../../src/goal/index.ts'
import * as arbitrary from './arbitrary.ts'
import { authored, edited, type GoalEdit } from './authored.ts'

const runs = Number(process.env.RUNS ?? 200)

/** The lines, 0-based and with the end exclusive, on which the value at a path and its key or dash are. */
function linesOf(yaml: string, path: GoalEdit['path']): { start: number; end: number; isBlock: boolean } {
  let node = parseDocument(yaml, { version: '1.2', schema: 'core' }).contents as Node
  let from = node.range![0]
  let isBlock = true
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => String((key as { value: unknown }).value) === String(step))!
      : undefined
    isBlock &&= !(node as { flow?: boolean }).flow && (isMap(node) || isSeq(node))
    if (!isMap(node) && !isSeq(node)) return { start: 0, end: 0, isBlock: false }
    const inner = (pair ? pair.value : (node as unknown as { items: Node[] }).items[step as number]) as Node
    if (!inner?.range) return { start: 0, end: 0, isBlock: false }
    from = pair ? (pair.key as Node).range![0] : yaml.lastIndexOf('-', inner.range[0] - 1)
    node = inner
  }
  const text = yaml.slice(0, node.range![1]).trimEnd()
  return { start: yaml.slice(0, from).split('\n').length - 1, end: text.split('\n').length, isBlock }
}

const comments = (text: string) => text.match(/# (?:note|remark) \d+|# The (?:goal|end)\./g) ?? []

test('an edit is read back, and every other line and comment stays', () => {
  const figures = { tried: 0, read: 0, anchored: 0, between: 0, values: 0, lines: 0 }
  fc.assert(
    fc.property(arbitrary.goal, fc.integer(), fc.integer(), arbitrary.line, (given, style, choice, text) => {
      const goal = goalSchema.parse(given)
      figures.tried++
      if (JSON.stringify(goal).includes(JSON.stringify(text))) return
      const yaml = authored(goal, style)
      const change = edited(goal, choice, text)
      if (!change || !goalSchema.safeParse(change.goal).success) return
      const parsed = parseModel(yaml)
      try {
        expect(parsed.goal).toEqual(goal)
      } catch {
        return
      }
      figures.read++
      expect(updateModel(yaml, goal)).toBe(yaml)
      const result = updateModel(yaml, change.goal)
      expect(parseModel(result).goal).toEqual(goalSchema.parse(change.goal))

      const { kind, path } = change.edit
      const { start, end, isBlock } = linesOf(yaml, path)
      const before = yaml.split('\n')
      const after = result.split('\n')
      if (/[&*]a\d/.test(yaml)) {
        // An alias of a changed value is replaced by the value, which changes more than its own lines.
        figures.anchored++
        return
      }
      if (!isBlock) {
        figures.between++
        return
      }
      figures.values++
      figures.lines += Math.max(0, after.length - before.length) + (kind === 'insert' ? 0 : end - start)
      if (kind === 'insert') {
        // No other line is missing.
        let at = 0
        for (const line of after) if (line === before[at]) at++
        expect(at).toBe(before.length)
        return
      }
      const own = before.slice(0, start).findLastIndex((line, index) => index < start && !/^ *#/.test(line)) + 1
      const head = before.slice(0, kind === 'set' ? start : own)
      // The blank line that separated an entry is removed with it, and the next key may move up to the line of the dash.
      while (kind === 'remove' && head.at(-1) === '') head.pop()
      const tail = before.slice(end)
      if (kind === 'remove') tail.splice(0, tail.findIndex((line) => /^ *[^\s#]/.test(line)) + 1)
      expect(after.slice(0, head.length)).toEqual(head)
      expect(tail.length === 0 ? [] : after.slice(-tail.length)).toEqual(tail)
      const kept = new Set(comments(result))
      const owned = new Set(comments(before.slice(own, end).join('\n')))
      for (const comment of comments(yaml)) if (kind === 'set' || !owned.has(comment)) expect(kept).toContain(comment)
    }),
    { numRuns: runs },
  )
  console.log(JSON.stringify(figures))
  expect(figures.read).toBeGreaterThan(figures.tried / 4)
})

/** The lists with several different entries, somewhere inside a value. */
function listsIn(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value) && new Set(value.map((entry) => JSON.stringify(entry))).size > 1 ? [value] : []
  return [...own, ...Object.values(value).flatMap(listsIn)]
}

test('entries that change places keep their comments', () => {
  let moved = 0
  fc.assert(
    fc.property(arbitrary.goal, fc.integer(), fc.nat(), fc.nat(), (given, style, which, place) => {
      const goal = goalSchema.parse(given)
      const yaml = authored(goal, style)
      const wanted = structuredClone(goal)
      const lists = listsIn(wanted)
      if (lists.length === 0 || /[&*]a\d/.test(yaml) || !isDeepStrictEqual(parseModel(yaml).goal, goal)) return
      const list = lists[which % lists.length]!
      list.push(...list.splice(place % list.length, 1))
      const result = updateModel(yaml, wanted)
      expect(parseModel(result).goal).toEqual(wanted)
      expect(comments(result).sort()).toEqual(comments(yaml).sort())
      moved++
    }),
    { numRuns: runs },
  )
  expect(moved).toBeGreaterThan(runs / 4)
})

test('a model can be updated to any other goal', () => {
  fc.assert(
    fc.property(arbitrary.goal, arbitrary.goal, fc.integer(), (before, after, style) => {
      const yaml = authored(goalSchema.parse(before) as Goal, style)
      fc.pre(parseModel(yaml).goal !== undefined)
      expect(parseModel(updateModel(yaml, after)).goal).toEqual(goalSchema.parse(after))
    }),
    { numRuns: runs },
  )
})
