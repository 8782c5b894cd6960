/** How people write "none" and "done": tables of spellings, in lower case and without punctuation. */
import { plainWords } from '../text/index.ts'
import type { Status } from './statuses.ts'

/** Spellings that mean that there is nothing to do or to show. */
const nones = new Set(
  (
    'none, na, n a, nil, nothing, no, not applicable, not needed, not required, not relevant, not affected, ' +
    'nothing to do, nothing to be done, has nothing to do, nothing needed, nothing required, no work, no work needed, ' +
    'no work required, no work to do, no action, no action needed, no action required, no change, no changes, ' +
    'no change needed, no changes needed, no change required, no changes required, none needed, none required, ' +
    'none necessary'
  ).split(', '),
)

/** Spellings of each status. */
const states: readonly (readonly [status: Status, spellings: string])[] = [
  ['done', 'done, complete, completed, merged, finished, implemented, released, fixed, supported, yes'],
  ['partial', 'partial, partially, partially done, partially complete, partially completed, incomplete'],
  ['in-progress', 'wip, work in progress, in progress, in review, under review, ongoing, started'],
  ['planned', 'todo, to do, planned, pending, open, not started, not yet, not done'],
  ['not-doing', 'not doing, will not do, wont do, wont fix, wontfix, declined, rejected, opted out'],
]

const statusOf = new Map(states.flatMap(([status, words]) => words.split(', ').map((word) => [word, status])))

const normalised = (text: string) => plainWords(text.replace(/['’]/g, ''))

/** Whether the text means "nothing": `None`, `N/A`, `NA.`, `nothing to do`; also with a reason after it, as in `None. The orbits are
 * computed elsewhere`.
 */
export function readsAsNone(text: string): boolean {
  if (nones.has(normalised(text))) return true
  // The reason must be a new sentence or in brackets; `None of the telescopes has a mirror` is prose.
  const head = text.trimStart().match(/^(.{2,24}?)(?:[.;]\s|(?<!\s)\s+(?:[(–—]|-{1,2}\s))/s)
  // `No. 5` is a number.
  return head !== null && !/^no$/i.test(head[1]!) && nones.has(normalised(head[1]!))
}

/** The status that a state of a deliverable names: `TODO (Queens)` is `planned`. */
export function stateOf(text: string): Status | undefined {
  if (readsAsNone(text)) return 'n/a'
  const head = text.split(/[(,;.:–—]|\s-\s/, 1)[0]!
  return statusOf.get(normalised(text)) ?? statusOf.get(normalised(head))
}

/** Status words in capitals, which are clear in prose, and phrases with only one meaning. */
const inProse = /\b(?:TODO|WIP|DONE|PARTIAL|INCOMPLETE|MERGED)\b|\bwork in progress\b|^(?:in progress|ongoing|pending)\b/i

/** Phrases that mean that there is nothing to do; `nothing to do with` has another meaning. */
const nothingToDo =
  /\b(?:has|have)\s+nothing\s+to\s+(?:do|be\s+done)\b(?!\s+with\b)|\bno\s+(?:work|action|changes?)\s+(?:(?:is|are)\s+)?(?:required|needed|necessary)\b/i

/** The status that a word or phrase inside prose names. */
export function stateIn(text: string): Status | undefined {
  const whole = stateOf(text)
  if (whole !== undefined) return whole
  if (nothingToDo.test(text)) return 'n/a'
  const found = text.match(inProse)?.[0]
  if (found === undefined || (!found.includes(' ') && found !== found.toUpperCase() && !text.startsWith(found))) return undefined
  return statusOf.get(normalised(found))
}

/** Phrases of notes above empty labels and the status that they imply, from the strongest to the weakest. */
const notes: readonly (readonly [RegExp, Status])[] = [
  [/\b(?:will not|won['’]t|refuses? to|decided against|opts? out|opted out)\b/i, 'not-doing'],
  [/\b(?:in progress|working on|has begun|have begun|has started|have started|under review|in review)\b/i, 'in-progress'],
  [
    /\b(?:will|plans?|planned|planning|waits?|waiting|blocked|later|next cycle|to ?do|not (?:yet )?(?:done|started))\b/i,
    'planned',
  ],
  [/\b(?:done|complete|completed|finished|implemented|merged|released|no longer uses?)\b/i, 'done'],
]

/** The status of a team whose answer is only a note: `n/a`, unless the note implies another status; `undefined` if the note is a
 * comment, which readers do not see.
 */
export function stateOfNote(note: string): Status | undefined {
  const text = note
    .split(/\n\s*\n/)
    .filter((paragraph) => !/^\.\.\s(?!.*::)/.test(paragraph.trimStart()))
    .join('\n\n')
    .trim()
  if (text === '') return undefined
  return stateIn(text) ?? notes.find(([words]) => words.test(text))?.[1] ?? 'n/a'
}
