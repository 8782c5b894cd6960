import type { Edit } from '../../../text/index.ts'
import { type Context, defineRule } from '../../rule.ts'
import { alternativesOf, commonRoles } from './roles.ts'
import { type Backticked, isMeantAsLink, singleBackticks } from './single-backticks.ts'

const roleBefore = new RegExp(`(?<![\\w:])(?:${alternativesOf(commonRoles)}):$`)

export const defaultRole = defineRule({
  name: 'misread/default-role',
  severity: 'warning',
  what: 'Text in single backticks',
  why: 'docutils reads it as the title of a work and shows it in italics. Code needs two backticks, a link needs an underscore, and a role needs its name. A project can give single backticks another meaning with `default_role` in its `conf.py`. If the document is not a goal and that file is not found, the finding is an info; five or more are one finding, and documents about Python code have none.',
  wrong: ['Call `open_dome()` first.\n'],
  right: [
    'Call ``open_dome()`` first, as :title:`Sidereus Nuncius` says.\n',
    '.. default-role:: code\n\nCall `open_dome()` first.\n',
  ],
  fixes: 'some',
  check(context) {
    // An author who sets a default role uses single backticks on purpose.
    if (context.source.includes('.. default-role') && /^[ \t]*\.\. default-role\s?::/m.test(context.source)) return
    const conf = context.sphinx?.project.conf
    if (conf && (conf.defaultRole !== undefined || conf.undecided.has('default_role'))) return
    const isSure = conf !== undefined || isOfGovernance(context)
    const found = singleBackticks(context).filter((backticked) => isMeant(context, backticked))
    if (found.length === 0 || (!isSure && (pythonDomain.test(context.source) || found.some(({ text }) => pythonName.test(text)))))
      return
    if (isSure || found.length < many) {
      for (const backticked of found) reportOne(context, backticked, isSure)
    } else reportAll(context, found)
  },
})

/** Whether it is a goal or belongs to one: the governance repository sets no default role. */
function isOfGovernance({ path, isGoal, roster, model }: Context): boolean {
  return /(?:^|\/)goals\//.test(path) || isGoal || roster !== undefined || model !== undefined
}

const unlessSet = ', unless the project sets `default_role`'

/** From this number on, single backticks are a habit of the author, and reported as one finding. */
const many = 5

/** Matches markup of Python manuals. Their projects often set a default role that links names. */
const pythonDomain =
  /:(?:py:)?(?:class|func|meth|mod|attr|exc):`|^[ \t]*\.\. +(?:(?:py:)?(?:currentmodule|module|function|class|method)|auto\w+)::/m

/** Matches a name that only a role of the Python domain understands: `.Dome.open` searches for the name, `~sky.Dome` shows its end. */
const pythonName = /^(?:~\w+(?:\.\w+)+|[~.][A-Z]\w+(?:\.\w+)*|\.[a-z]+(?:_[a-z]+)+)(?:\(\))?$/

function isMeant(context: Context, backticked: Backticked): boolean {
  const { offset, endOffset, text } = backticked
  // Markup that continues after its end mark is reported by `misread/markup-swallowed`.
  if (text.includes('`')) return false
  if (/<[^<>]+>$/.test(text) || isMeantAsLink(context, backticked)) return false
  // A link with its URL after the backtick is reported by `misread/markup-as-text`.
  if (/^\s+<[^<>`]+>`__?/.test(context.source.slice(endOffset, endOffset + 400))) return false
  // Another rule reports a role without a colon.
  return !roleBefore.test(context.source.slice(Math.max(0, offset - 40), offset))
}

function isCode(text: string): boolean {
  return /[/_.(){}=<>$#*|\\-]|^\S+$/.test(text) && !/^\s|\s$|`/.test(text)
}

function editsOf({ offset, endOffset }: Backticked): Edit[] {
  return [
    { offset, endOffset: offset + 1, text: '``' },
    { offset: endOffset - 1, endOffset, text: '``' },
  ]
}

function reportOne(context: Context, backticked: Backticked, isSure: boolean): void {
  const { offset, endOffset, text } = backticked
  const isSafe = isSure && /[/_.(){}=$]/.test(text) && !/\\/.test(text)
  context.report({
    offset,
    endOffset,
    message: `Single backticks around \`${text}\`; use two for code, or a role${isSure ? '' : unlessSet}`,
    data: { actual: text },
    isUnsure: !isSure,
    fix: isCode(text) ? { title: 'Use two backticks', safe: isSafe, edits: editsOf(backticked) } : undefined,
  })
}

function reportAll(context: Context, found: readonly Backticked[]): void {
  const [first, ...others] = found
  context.report({
    offset: first!.offset,
    endOffset: first!.endOffset,
    message: `Single backticks around ${found.length} texts, the first \`${first!.text}\`; use two for code, or a role${unlessSet}`,
    related: others.slice(0, 3).map(({ offset, endOffset }) => ({ offset, endOffset, message: 'Another one' })),
    data: { actual: first!.text, count: found.length },
    isUnsure: true,
  })
}
