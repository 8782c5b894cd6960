/** The tools of `goaldoc mcp`. Every call reads the files again, because people may have edited them. */
import { resolve } from 'node:path'
import { McpServer } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { z } from 'zod'
import { stringifyModel, withoutDerivedStatus } from '../goal/index.ts'
import { applyFixes, type Diagnostic, rules } from '../lint/index.ts'
import { silentTeams } from '../report/index.ts'
import {
  CannotError,
  cannot,
  forgetProfiles,
  isDocumentPath,
  isOutside,
  openEarlierVersions,
  prepareText,
  repositoryRoot,
} from '../repository/index.ts'
import type { Arguments } from './command.ts'
import { explanation, ruleNamed } from './explain.ts'
import { loadNamedGoals } from './goals.ts'
import type { Io } from './io.ts'
import { statusesOf } from './status.ts'
import { packageVersion } from './version.ts'
import { openWorkspace } from './workspace.ts'

/** The maximum length of a text to lint, in characters: more than a hundred times the length of a goal. */
const longest = 5_000_000

const name = z.string().max(1000)
const someNames = z.array(name).max(1000).optional()
const goals = someNames.describe('Documents or slugs, e.g. `dome-clocks`; all goals of the repository by default')
const about = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/** Serves until standard input ends; returns the exit code. */
export async function serveTools(args: Arguments, io: Io): Promise<number> {
  let failure: NodeJS.ErrnoException | undefined
  const onerror = (error: Error) => {
    failure = error
  }
  const handle = serveStdio(() => toolServer(args, io), { onerror })
  // The package stops reading after a failure from which it cannot recover, such as a message of more than ten megabytes.
  await new Promise((done) => process.stdin.once('end', done).once('close', done).once('pause', done))
  const isEnded = process.stdin.readableEnded || process.stdin.destroyed
  await handle.close()
  if (isEnded || !failure || failure.code === 'EPIPE') return 0
  throw cannot('serve', failure.message, 'Start it again')
}

export function toolServer(args: Arguments, given: Io): McpServer {
  const server = new McpServer(
    { name: 'goaldoc', version: packageVersion() },
    { instructions: 'Community goals as reStructuredText. Lint a text before you propose it. Nothing here writes a file.' },
  )
  // Reports are part of the answer; standard output belongs to the protocol.
  const io = Object.create(given, { out: { value: () => {} } }) as Io

  server.registerTool(
    'lint',
    {
      title: 'Lint a text',
      description: 'Finds faults in the text of a goal document. Also returns the text after the safe fixes.',
      inputSchema: z.object({
        text: z.string().max(longest).describe('The whole document, in reStructuredText'),
        path: name
          .optional()
          .describe('Where the document is or will be, e.g. `goals/selected/domes.rst`: its teams depend on it'),
      }),
      annotations: about,
    },
    ({ text, path = 'document.rst' }) => answered(() => linted(text, path, args, io)),
  )
  server.registerTool(
    'explain_rule',
    {
      title: 'Explain a rule',
      description: 'What a rule of the linter finds and why, with an example of right and wrong.',
      inputSchema: z.object({ rule: name.describe('e.g. `misread/glued-list`') }),
      annotations: about,
    },
    ({ rule }) =>
      answered(async () => {
        const found = ruleNamed(rule)
        if (!('meant' in found)) return explanation(found)
        const remedy = found.meant ? `The nearest name is \`${found.meant}\`` : '`goaldoc rules` lists all rules'
        throw cannot(`explain ${rule}`, 'there is no such rule', remedy)
      }),
  )
  server.registerTool(
    'read_goal',
    {
      title: 'Read a goal',
      description: 'A goal as a YAML model: title, champions, criteria, milestones, teams and what they answered.',
      inputSchema: z.object({ goal: name.describe('A document or slug') }),
      annotations: about,
    },
    ({ goal }) =>
      answered(async () => {
        const [found] = await goalsIn([goal], 'read a goal', args, io)
        return stringifyModel(withoutDerivedStatus(found!.goal), { schema: false })
      }),
  )
  server.registerTool(
    'status',
    {
      title: 'Status of goals',
      description: 'What each team has answered, since when, and who said it last, as `goaldoc status --format json` prints it.',
      inputSchema: z.object({
        goals,
        teams: someNames.describe('Only these teams'),
        open: z.boolean().optional().describe('Only teams that have something left to answer or to do'),
      }),
      annotations: about,
    },
    ({ goals: names = [], teams = [], open = false }) =>
      answered(async () => statusesOf(await goalsIn(names, 'tell the status', args, io), { teams, isOpen: open })),
  )
  server.registerTool(
    'silent_teams',
    {
      title: 'Teams without an answer',
      description: 'For each goal that is not over: the official teams that have not answered.',
      inputSchema: z.object({ goals }),
      annotations: about,
    },
    ({ goals: names = [] }) =>
      answered(async () => {
        const report = statusesOf(await goalsIn(names, 'list the teams without an answer', args, io), {
          teams: [],
          isOpen: false,
        })
        const open = report.goals.filter(({ isOver }) => !isOver)
        return { goals: open.map((goal) => ({ path: goal.path, title: goal.title, silent: silentTeams(goal) })) }
      }),
  )
  return server
}

/** The answer of a tool: a text, or a value as JSON. Errors of the caller are answers too. */
async function answered(answer: () => Promise<string | object>) {
  try {
    forgetProfiles()
    const value = await answer()
    if (typeof value === 'string') return { content: [{ type: 'text' as const, text: value }] }
    return { content: [{ type: 'text' as const, text: JSON.stringify(value) }], structuredContent: { ...value } }
  } catch (error) {
    if (!(error instanceof CannotError)) throw error
    return { content: [{ type: 'text' as const, text: error.message }], isError: true }
  }
}

async function goalsIn(names: readonly string[], verb: string, args: Arguments, io: Io) {
  for (const one of names) assertInside(one, io)
  const { goals: found, isBroken } = await loadNamedGoals(names, verb, openWorkspace(args, io), io)
  if (isBroken && found.length === 0) throw cannot(verb, 'a model has errors', '`goaldoc check` lists them')
  return found
}

/** Throws for a path outside of the repository; only files inside can be read. */
function assertInside(path: string, { cwd }: Io): void {
  const root = repositoryRoot(cwd) ?? cwd
  if (/[*?[\]{}]/.test(path)) throw cannot(`read ${path}`, 'it is a pattern', 'Name files or slugs')
  if (isOutside(resolve(cwd, path), root)) throw cannot(`read ${path}`, 'it is outside of the repository', 'Name a file in it')
}

async function linted(source: string, path: string, args: Arguments, io: Io) {
  assertInside(path, io)
  if (!isDocumentPath(path)) throw cannot(`lint ${path}`, 'it is not a document', 'Give a name that ends with `.rst`')
  const earlier = openEarlierVersions({ revision: 'HEAD', name: 'HEAD', isQuick: false })
  const prepared = await prepareText(
    { document: resolve(io.cwd, path) },
    { workspace: openWorkspace(args, io), cwd: io.cwd, settings: {}, earlier },
  )
  const found = prepared.linter(source, prepared.options)
  const fixed = applyFixes(source, found)
  return { findings: found.map(shortened), ...(fixed === source ? {} : { fixed }) }
}

function shortened({ ruleId, severity, message, line, column, endLine, endColumn, fix }: Diagnostic) {
  const { what } = rules.find(({ name: known }) => known === ruleId)!
  return {
    rule: ruleId,
    severity,
    message,
    about: what,
    ...{ line, column, endLine, endColumn },
    ...(fix ? { fix: { title: fix.title, isSafe: fix.safe } } : {}),
  }
}
