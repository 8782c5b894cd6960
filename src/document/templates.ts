/** Handlebars templates with one additional rule: empty values leave no gap.
 *
 * If a value is indented in the template, all its lines are. Blank lines that remain around empty values become one.
 */

import { withoutBlankEnds } from '../text/index.ts'
import { instantiated } from './precompiled.ts'
import type { Profile } from './profile.ts'
import { indent } from './text.ts'

/** The data of each template; below `people` and `trackers`, the data of their items. */
export const templateFields: Readonly<Record<string, readonly string[]>> = {
  document: ['preamble', 'heading', 'title', 'summary', 'sections'],
  title: ['preamble', 'heading', 'title', 'summary', 'sections'],
  section: ['heading', 'title', 'body'],
  team: ['heading', 'name', 'note', 'status', 'deliverables', 'planning', 'completion'],
  gerrit: ['topic', 'topics', 'hashtags'],
  champions: ['people', 'name', 'nick', 'email', 'company'],
  tracking: ['trackers', 'name', 'url'],
}

/** A compiled template, with `noEscape`: RST is not HTML. */
export type Template = (context: object, options: { partials: Record<string, Template> }) => string

/** A template that the build compiled; the Handlebars runtime is loaded when the first one is filled. */
export function precompiled(specification: object): Template {
  let template: Template | undefined
  return (context, options) => {
    template ??= instantiated(specification)
    return template(context, options)
  }
}

/** Values are marked while the template runs, so that their own blank lines and indentation are not treated as the template's. */
const mark = /\uE000(\d+)\uE001/

/** The text of a template without white space at its ends; `undefined` if the profile has no such template. */
export function renderTemplate(profile: Profile, name: string, context: object): string {
  const { lines, values } = frameOf(profile, name, context)
  return lines.map((line) => filled(line, values)).join('\n')
}

/** A filled template, split into its own text and the values; text comes first and last. */
export function templatePieces(profile: Profile, name: string, context: object): string[] {
  const { text, values } = frameOf(profile, name, context)
  return text.split(mark).map((piece, at) => (at % 2 === 0 ? piece : (values[Number(piece)] as string)))
}

/** A filled template with marks in place of its values. */
interface Frame {
  text: string
  /** Each line is split into its own text and the numbers of values. */
  lines: readonly (readonly string[])[]
}

/** The frames of each profile by template and by which values are empty. A template does not see anything else of a text, so the sections
 * of most teams have one frame.
 */
const frames = new WeakMap<Profile['templates'], Map<string, Frame>>()

function frameOf(profile: Profile, name: string, context: object): Frame & { values: readonly string[] } {
  const values: string[] = []
  const marks = marked(context, values) as object
  // Lists of any length would be kept for ever.
  if (values.length > mostValues) return { ...newFrame(profile, name, marks), values }
  const known = frames.get(profile.templates) ?? new Map<string, Frame>()
  frames.set(profile.templates, known)
  const key = `${name} ${shapeOf(context)}`
  const frame = known.get(key) ?? newFrame(profile, name, marks)
  known.set(key, frame)
  return { ...frame, values }
}

/** The values of a frame that is kept. A team has seven, an item of a list up to four. */
const mostValues = 16

/** Everything that a template sees of its values. */
function shapeOf(value: unknown): string {
  if (typeof value === 'string') return value === '' ? '-' : '+'
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).map(([key, item]) => key + shapeOf(item))
  return `{${fields.join()}}`
}

function newFrame(profile: Profile, name: string, marks: object): Frame {
  const filled = profile.templates[name]?.(marks, { partials: profile.templates }) ?? ''
  const text = withoutBlankEnds(filled).replace(/\n(?:[ \t]*\n)+/g, '\n\n')
  return { text, lines: text.split('\n').map((line) => line.split(mark)) }
}

function marked(value: unknown, values: string[]): unknown {
  if (typeof value === 'string') return value === '' ? '' : `\uE000${values.push(value) - 1}\uE001`
  if (Array.isArray(value)) return value.map((item) => marked(item, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item, values)]))
}

function filled([lead = '', ...rest]: readonly string[], values: readonly string[]): string {
  let text = lead
  for (let at = 0; at < rest.length; at += 2) {
    const value = values[Number(rest[at])] as string
    text += at === 0 && lead.trim() === '' ? indent(value, lead.length).slice(lead.length) : value
    text += rest[at + 1]
  }
  return text
}
