/** The laws of `goal/` over the goals of real documents; skipped where the corpus is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { type Goal, parseModel, stringifyModel, updateModel } from '../../src/goal/index.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus/history')
const documents = existsSync(corpus) ? readdirSync(corpus).sort() : []
const versionsOf = (document: string) =>
  readdirSync(join(corpus, document))
    .sort()
    .map((file) => readGoal(readFileSync(join(corpus, document, file), 'utf8')).goal)

/** A comment above every key, numbered, outside of text on several lines. */
function planted(yaml: string): string {
  let block: number | undefined
  let count = 0
  return yaml
    .split('\n')
    .map((line) => {
      const column = line.length - line.trimStart().length
      if (block !== undefined && (line.trim() === '' || column > block)) return line
      block = /(?:^|[\s:-])[|>]\d?[-+]?$|"[^"]*\\$/.test(line) ? column : undefined
      return /^ *(?:- )?\w+:(?: |$)/.test(line) ? `${' '.repeat(column)}# comment ${count++}\n${line}` : line
    })
    .join('\n')
}

/** The pieces of a planted model by key, and of its teams by name; each with its comment. */
function pieces(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of text.split(/\n(?=# comment)/)) {
    const key = part.match(/^# comment \d+\n(\w+):/)?.[1]
    if (key !== undefined && key !== 'teams') found.set(key, part.trimEnd())
    for (const team of key === 'teams' ? part.split(/\n(?= {2}# comment)/).slice(1) : []) {
      found.set(`teams ${parseModel(`title: x\nteams:\n${team}\n`).goal!.teams![0]!.name}`, team.trimEnd())
    }
  }
  return found
}

test.skipIf(documents.length === 0)(
  'every goal is read back, and updating a model to the next version keeps everything that did not change',
  { timeout: 600_000 },
  () => {
    const figures = { goals: 0, steps: 0, untouched: 0, comments: 0, lost: 0 }
    for (const document of documents) {
      let before: Goal | undefined
      for (const goal of versionsOf(document)) {
        figures.goals++
        expect(parseModel(stringifyModel(goal)).goal, document).toEqual(goal)
        if (before !== undefined) {
          figures.steps++
          const text = planted(stringifyModel(before))
          const result = updateModel(text, goal)
          expect(parseModel(result).goal, document).toEqual(goal)
          for (const [name, piece] of pieces(text)) {
            const [key, team] = name.split(/ (.*)/s) as [keyof Goal, string | undefined]
            const of = (model: Goal) => (team === undefined ? model[key] : model.teams?.find((one) => one.name === team))
            if (of(goal) === undefined || !isDeepStrictEqual(of(before), of(goal))) continue
            figures.untouched++
            expect(result).toContain(piece)
          }
          const now = new Set(result.split('\n'))
          const comments = text.split('\n').filter((line) => /^ *# comment \d+$/.test(line))
          figures.comments += comments.length
          figures.lost += comments.filter((comment) => !now.has(comment)).length
        }
        before = goal
      }
    }
    console.log(
      `${figures.goals} goals; ${figures.steps} steps, ${figures.untouched} pieces untouched, ${figures.lost} of ${figures.comments} comments gone with their entries`,
    )
  },
)
