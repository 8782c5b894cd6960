/** The commands, the common ones first. Add one here; dispatch, help and completion use this list. */
import type { Command } from './command.ts'

export interface CommandEntry {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** Whether a run takes so long that V8 should optimise late: see `tiers.ts`. The commands that are to start at once decide by their
   * files.
   */
  isLong?: boolean
  /** Loads the command when it is needed. */
  load(): Promise<Command>
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    summary: 'Lint documents, and compare them with their models',
    load: async () => (await import('./check.ts')).check,
  },
  { name: 'lint', summary: 'Find faults in documents, and fix them', load: async () => (await import('./lint.ts')).lint },
  {
    name: 'render',
    summary: 'Write documents from models; change only what differs',
    load: async () => (await import('./render.ts')).render,
  },
  {
    name: 'pull',
    isLong: true,
    summary: 'Copy hand edits of documents into their models',
    load: async () => (await import('./pull.ts')).pull,
  },
  {
    name: 'new',
    summary: 'Start a goal: its model and its document',
    load: async () => (await import('./new.ts')).newGoal,
  },
  {
    name: 'import',
    isLong: true,
    summary: 'Create models from documents',
    load: async () => (await import('./import.ts')).importDocuments,
  },
  {
    name: 'status',
    isLong: true,
    summary: 'Show who has answered, who has finished, and since when',
    load: async () => (await import('./status.ts')).status,
  },
  {
    name: 'diff',
    isLong: true,
    summary: 'List what changed in goals between two revisions',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'ask',
    isLong: true,
    summary: 'Write a mail to the teams that have not answered',
    load: async () => (await import('./ask.ts')).ask,
  },
  {
    name: 'report',
    isLong: true,
    summary: 'Report on goals: a page of all of them, or what changed and who has not answered',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'teams',
    isLong: true,
    summary: 'Compare the teams of goals with the official list, or bring them in line',
    load: async () => (await import('./teams.ts')).teams,
  },
  {
    name: 'set',
    isLong: true,
    summary: 'Set what teams answer, in model and document',
    load: async () => (await import('./set.ts')).set,
  },
  {
    name: 'move',
    isLong: true,
    summary: 'Move a goal to another state, with its links, redirects and index pages',
    load: async () => (await import('./move.ts')).move,
  },
  {
    name: 'doctor',
    isLong: true,
    summary: 'Check the repository: links, redirects, index pages, models without documents',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'init',
    summary: 'Set up a repository: configuration, hooks, CI, merge driver',
    load: async () => (await import('./init.ts')).init,
  },
  { name: 'rules', summary: 'List all rules', load: async () => (await import('./rules.ts')).rules },
  { name: 'explain', summary: 'Explain a rule', load: async () => (await import('./explain.ts')).explain },
  { name: 'tree', summary: 'Print the document tree, as docutils does', load: async () => (await import('./tree.ts')).tree },
  {
    name: 'lsp',
    summary: 'Run the language server, for editors',
    load: async () => (await import('./lsp.ts')).lsp,
  },
  {
    name: 'mcp',
    summary: 'Run a read-only server for assistants',
    load: async () => (await import('./mcp.ts')).mcp,
  },
  {
    name: 'merge',
    isLong: true,
    summary: 'Merge three versions of a goal, as a git merge driver',
    load: async () => (await import('./merge.ts')).merge,
  },
  {
    name: 'completion',
    summary: 'Print the completion script for a shell',
    load: async () => (await import('./completion.ts')).completion,
  },
]
