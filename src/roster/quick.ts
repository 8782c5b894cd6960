/** Reads the common form of team lists line by line, without a YAML parser, so that the linter starts in a few milliseconds.
 *
 *     | barbican:                 a team, without indentation
 *     |   deliverables:           other keys are skipped, with everything indented below them
 *     |     python-barbicanclient:
 *     |       repos:
 *     |       - openstack/python-barbicanclient
 *
 * For anything else (flow collections that are not empty, anchors, tabs, keys in unusual places) it returns `undefined`, and the list
 * is read with the YAML parser.
 */
import { longestYaml } from '../text/index.ts'
import type { ListedDeliverable, ListedTeam } from './teams.ts'

/** A key with its colon, plain or in quotes; the value; a comment. */
const keyLine =
  /^(?:([A-Za-z0-9][\w./()+&-]*(?: +[\w./()+&-]+)*)|'([^'\n]+)'|"([^"\\\n]+)")[ ]*:(?: +(?![ #])((?:[^ ]| +(?![# ]|$))*))?(?: +(?:#.*)?)?$/
const entryLine = /^- +(?:([A-Za-z0-9_][\w./@+-]*)|'([^'\n]+)'|"([^"\\\n]+)")(?:[ ]+#.*|[ ]*)$/

/** A deliverable in its usual form, with its repositories, up to the line of the next deliverable or team. One expression instead of three
 * lines takes the 1,000 deliverables of OpenStack from 7 ms to 3.
 *
 *     |     barbican-tempest-plugin:
 *     |       repos:
 *     |       - openstack/barbican-tempest-plugin
 */
const usual = / {4}([A-Za-z0-9][\w./()+&-]*):\n {6}repos:\n((?: {6}- [A-Za-z0-9_][\w./@+-]*\n)+)(?= {0,4}[^\s#-]|$)/y

/** The teams of a list; `undefined` if only a YAML parser can read it reliably. */
export function readQuickly(source: string): ListedTeam[] | undefined {
  if (source.length > longestYaml) return undefined
  const teams: ListedTeam[] = []
  const names = new Set<string>()
  let team: ListedTeam | undefined
  let deliverable: ListedDeliverable | undefined
  /** Columns of the keys of a team, of its deliverables, and of their keys; -1 until the first one is found. */
  let teamColumn = -1
  let deliverableColumn = -1
  let partColumn = -1
  /** The column of `repos:` while its entries are read. */
  let reposColumn = -1
  let entryColumn = -1
  /** The column of a key whose value is skipped. */
  let skipped = -1
  let inDeliverables = false
  const seen = { keys: new Set<string>(), deliverables: new Set<string>(), parts: new Set<string>() }

  let next = 0
  for (let start = source.charCodeAt(0) === 0xfeff ? 1 : 0; start < source.length; start = next) {
    const isOpen = inDeliverables && (skipped < 0 || skipped >= 4) && (reposColumn < 0 || entryColumn >= 0)
    if (isOpen && (deliverableColumn < 0 ? teamColumn < 4 : deliverableColumn === 4)) {
      usual.lastIndex = start
      const match = usual.exec(source)
      if (match !== null) {
        const name = match[1]!
        const entries = match[2]!
        if (seen.deliverables.has(name)) return undefined
        seen.deliverables.add(name)
        // Each entry starts with six spaces, a dash and a space.
        const repositories = entries.slice(8, -1).split('\n      - ')
        team!.deliverables.push({ name, repositories, offset: start + 4, endOffset: start + 4 + name.length })
        deliverable = undefined
        deliverableColumn = 4
        reposColumn = entryColumn = skipped = -1
        next = usual.lastIndex
        continue
      }
    }
    const lineFeed = source.indexOf('\n', start)
    next = lineFeed < 0 ? source.length : lineFeed + 1
    let end = lineFeed < 0 ? source.length : lineFeed
    if (source.charCodeAt(end - 1) === 13) end--
    let from = start
    while (source.charCodeAt(from) === 32) from++
    const first = source.charCodeAt(from)
    // Blank lines and comments may stand anywhere, also inside a value that is skipped.
    if (from >= end || first === 35) continue
    const column = from - start
    if (skipped >= 0) {
      // A list may start in the column of its key; everything else that belongs to the key is indented.
      if (column > skipped || (column === skipped && column > 0 && first === 45 && source.charCodeAt(from + 1) === 32)) continue
      skipped = -1
    }
    const text = source.slice(from, end)
    if (column === 0 && text === '---' && teams.length === 0) continue

    if (reposColumn >= 0) {
      if (first === 45 && (entryColumn < 0 ? column >= reposColumn : column === entryColumn)) {
        const entry = text.match(entryLine)
        if (entry === null) return undefined
        entryColumn = column
        deliverable!.repositories.push(entry[1] ?? entry[2] ?? entry[3]!)
        continue
      }
      if (column > reposColumn || entryColumn < 0) return undefined
      reposColumn = -1
      entryColumn = -1
    }

    const match = text.match(keyLine)
    if (match === null) return undefined
    const key = match[1] ?? match[2] ?? match[3]!
    const rest = match[4] ?? ''
    const quoted = match[1] === undefined ? 1 : 0
    const offset = from + quoted
    const endOffset = offset + key.length

    if (column === 0) {
      if ((rest !== '' && rest !== '{}') || names.has(key)) return undefined
      names.add(key)
      team = { name: key, deliverables: [], offset, endOffset }
      teams.push(team)
      teamColumn = deliverableColumn = partColumn = -1
      inDeliverables = false
      seen.keys.clear()
      seen.deliverables.clear()
      continue
    }
    if (team === undefined) return undefined
    if (teamColumn < 0) teamColumn = column
    if (column === teamColumn) {
      if (seen.keys.has(key)) return undefined
      seen.keys.add(key)
      inDeliverables = key === 'deliverables'
      deliverableColumn = partColumn = -1
      if (key === 'projects') return undefined
      if (!inDeliverables) skipped = column
      else if (rest !== '' && rest !== '{}') return undefined
      continue
    }
    if (!inDeliverables || column < teamColumn) return undefined
    if (deliverableColumn < 0) deliverableColumn = column
    if (column === deliverableColumn) {
      if ((rest !== '' && rest !== '{}') || seen.deliverables.has(key)) return undefined
      seen.deliverables.add(key)
      deliverable = { name: key, repositories: [], offset, endOffset }
      team.deliverables.push(deliverable)
      partColumn = -1
      seen.parts.clear()
      continue
    }
    if (column < deliverableColumn) return undefined
    if (partColumn < 0) partColumn = column
    if (column !== partColumn || seen.parts.has(key)) return undefined
    seen.parts.add(key)
    if (key !== 'repos') skipped = column
    else if (rest === '') reposColumn = column
    else if (rest !== '[]') return undefined
  }
  // The last key has no value, or an unusual one: leave it to the parser.
  return reposColumn >= 0 && entryColumn < 0 ? undefined : teams
}
