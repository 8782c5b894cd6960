/** The people of the teams in a list: `ptl` and `liaisons` of `projects.yaml`, in all forms that these keys had.
 *
 *     | ptl:
 *     |   name: Vera Rubin
 *     |   irc: vrubin
 *     |   email: vera@observatory.example
 *     | liaisons:
 *     |   release:
 *     |     - name: Edwin Hubble
 */
import { isRecord } from '../text/index.ts'
import { RosterError } from './teams.ts'
import { listDocument } from './yaml.ts'

export interface Contact {
  /** `PTL`, or the purpose of the liaison. */
  role: string
  /** Empty if not given. */
  name: string
  irc: string
  mail: string
}

/** Placeholders for an unknown person, nick or address. */
const placeholders =
  /^(?:appointment needed|vacant|nobody|none|unknown|tbd|n\/?a|-|no (?:nick|irc|e-?mail) (?:supplied|given)|.*@example\.(?:org|com))$/i

/** The people of each team, the lead first; empty for a team without any. Throws a `RosterError` if the list is not YAML. */
export function readContacts(projectsYaml: string): Map<string, Contact[]> {
  const list = plain(projectsYaml)
  const teams = new Map<string, Contact[]>()
  for (const [team, facts] of Object.entries(isRecord(list) ? list : {})) {
    const { ptl, liaisons } = isRecord(facts) ? facts : {}
    const all = [...peopleOf('PTL', ptl), ...liaisonsOf(liaisons)]
    teams.set(
      team,
      all.filter(({ name, irc, mail }) => name + irc + mail !== ''),
    )
  }
  return teams
}

function plain(projectsYaml: string): unknown {
  const document = listDocument(projectsYaml, { uniqueKeys: false })
  try {
    return document.toJS()
  } catch (error) {
    // A chain of aliases would grow without bound.
    if (!(error instanceof ReferenceError)) throw error
    throw new RosterError('Too many aliases', projectsYaml, 0)
  }
}

/** Liaisons by purpose, or in one list. */
function liaisonsOf(liaisons: unknown): Contact[] {
  if (!isRecord(liaisons) || typeof liaisons.name === 'string') return peopleOf('liaison', liaisons)
  return Object.entries(liaisons).flatMap(([role, people]) => peopleOf(`${role} liaison`, people))
}

/** One person or several. */
function peopleOf(role: string, value: unknown): Contact[] {
  return [value].flat().flatMap((one: unknown) => personOf(role, one))
}

/** A person; before 2016, `Name (nick)`. */
function personOf(role: string, value: unknown): Contact | [] {
  if (typeof value === 'string') {
    const [, name = value, irc] = /^([^(]*)\(([^()]+)\)$/.exec(value.trim()) ?? []
    return { role, name: known(name), irc: known(irc), mail: '' }
  }
  if (!isRecord(value)) return []
  return { role, name: known(value.name), irc: known(value.irc), mail: known(value.email ?? value.mail) }
}

function known(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  return placeholders.test(text) ? '' : text
}
