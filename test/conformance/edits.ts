/** Small edits to documents, as slips of the hand: the same for the same seed. */
import type { Sample } from './oracle.ts'

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Edit = (lines: string[], pick: (count: number) => number) => void

const snippets = [
  '*',
  '`',
  '``',
  '**',
  '|',
  '_',
  '__',
  '::',
  ':',
  '..',
  '.. ',
  ' ',
  '  ',
  '-',
  '[',
  ']_',
  '<',
  '>',
  '\\',
  '(',
  '"',
  '1.',
  '#.',
  '=',
  '+',
  '\t',
]

/** What a hand does by mistake. */
const edits: Edit[] = [
  (lines, pick) => void lines.splice(pick(lines.length), 1),
  (lines, pick) => void lines.splice(pick(lines.length + 1), 0, ''),
  (lines, pick) => {
    const at = pick(lines.length)
    lines[at] = ' '.repeat(1 + pick(4)) + lines[at]
  },
  (lines, pick) => {
    const at = pick(lines.length)
    lines[at] = lines[at]!.replace(/^ {1,3}/, '')
  },
  (lines, pick) => {
    const at = pick(lines.length)
    const column = pick(lines[at]!.length + 1)
    lines[at] = lines[at]!.slice(0, column) + snippets[pick(snippets.length)] + lines[at]!.slice(column)
  },
  (lines, pick) => {
    const at = pick(lines.length)
    const column = pick(lines[at]!.length + 1)
    lines[at] = lines[at]!.slice(0, column) + lines[at]!.slice(column + 1 + pick(3))
  },
  (lines, pick) => {
    const at = pick(lines.length)
    lines.splice(pick(lines.length), 0, lines[at]!)
  },
  (lines, pick) => {
    const at = pick(lines.length)
    const [line] = lines.splice(at, 1)
    lines.splice(pick(lines.length + 1), 0, line!)
  },
  (lines, pick) => {
    const at = pick(lines.length)
    const column = pick(lines[at]!.length + 1)
    lines.splice(at, 1, lines[at]!.slice(0, column), lines[at]!.slice(column))
  },
  (lines, pick) => {
    const at = pick(Math.max(1, lines.length - 1))
    lines.splice(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`)
  },
]

/** So many edited copies of documents, each with one to three slips. */
export function edited(samples: readonly Sample[], count: number, seed: number): Sample[] {
  const random = randomNumbers(seed)
  const pick = (below: number) => Math.floor(random() * below)
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[pick(samples.length)]!
    const lines = sample.source.split('\n')
    for (let slips = 1 + pick(3); slips > 0 && lines.length > 0; slips--) edits[pick(edits.length)]!(lines, pick)
    return { ...sample, name: `${sample.name}, edited ${index}`, source: lines.join('\n') }
  })
}
