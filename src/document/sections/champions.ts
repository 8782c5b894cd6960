/** The champions of a goal, in all common forms: a sentence, a list, plain lines; with nick, e-mail or company. */
import { entryMarker, once } from '../../text/index.ts'
import { writePlain, writeUrl } from '../plain.ts'
import type { FoundFact } from '../wording.ts'
import { type Listing, listingSection } from './listing.ts'

const listing: Listing = {
  template: 'champions',
  items: 'people',
  inRst: ({ email, ...facts }) => ({
    ...Object.fromEntries(Object.entries(facts).map(([field, text]) => [field, text && writePlain(text)])),
    ...(email === undefined ? {} : { email: writeUrl(email) }),
  }),
}

export const champions = listingSection<'champions'>(listing, findPerson)

type Field = 'name' | 'nick' | 'email' | 'company'

const nameWord = "\\p{Lu}[\\p{L}'’.-]*"
const name = `${nameWord}(?:[ ](?:${nameWord}|de|da|van|von|der|di|la|le))*`
/** A name, then details in brackets, then a company; before it, a marker, a role or emphasis. */
const person = once(
  () =>
    new RegExp(
      `^(?:${entryMarker}[ ]+)?(?::[^:\\n]+:[ ]+)?(?:(?:Champion|Lead|Leader|Driver)s?:[ ]+)?(?:\\*\\*)?(?<name>${name})(?:\\*\\*)?(?<details>(?:[ ]*(?:\\([^()\\n]+\\)|<[^<>\\s]+@[^<>\\s]+>))*)(?:(?:[ ]+[-–—][ ]+|,[ ](?:from[ ])?)(?<company>\\p{Lu}[^\\n.,]*?)(?=[.,]?$))?(?<rest>[\\s\\S]*)$`,
      'du',
    ),
)
const mailed = once(
  () =>
    new RegExp(
      `^(?:${entryMarker}[ ]+)?\`(?<name>${name}) <mailto:(?<email>[^<>\\s]+@[^<>\\s]+)>\`__?(?:[ ]*\\((?<nick>[^()\\s]+)\\))?(?<rest>[\\s\\S]*)$`,
      'du',
    ),
)

function findPerson(text: string): FoundFact<Field>[] | undefined {
  const linked = mailed().exec(text)
  if (linked) return groupsOf(linked, ['name', 'email', 'nick'])
  const match = person().exec(text)
  if (!match) return undefined
  const { name: who = '', details = '', rest = '' } = match.groups ?? {}
  const [name, ...company] = groupsOf(match, ['name', 'company'])
  const found = [...(name ? [name] : []), ...detailsIn(details, match.indices?.groups?.details?.[0] ?? 0), ...company]
  // A name without details counts only if the paragraph contains nothing else.
  return found.length > 1 || (rest === '' && who.includes(' ')) ? found : undefined
}

function groupsOf(match: RegExpExecArray, fields: readonly Field[]): FoundFact<Field>[] {
  return fields.flatMap((field) => {
    const text = match.groups?.[field]
    return text === undefined ? [] : [{ name: field, at: match.indices?.groups?.[field]?.[0] ?? 0, text }]
  })
}

/** A nick, an e-mail and a company in brackets: `(io)`, `<io@observatory.example>`, `(IRC: io, io@observatory.example)`. */
function detailsIn(text: string, at: number): FoundFact<Field>[] {
  const found: FoundFact<Field>[] = []
  const add = (name: Field, detail: string, start: number) => {
    if (!found.some((one) => one.name === name)) found.push({ name, at: at + start, text: detail })
  }
  for (const bracket of text.matchAll(/[(<]([^()<>]+)[)>]/g)) {
    const inner = bracket[1] as string
    const start = bracket.index + 1
    if (/^\p{Lu}[^\s,;:@]*(?: [^\s,;:@]+)+$/u.test(inner)) add('company', inner, start)
    else {
      for (const word of inner.matchAll(/(?:^|(?<![\s,;/])[\s,;/]+)(?:(?:irc|nick|e?-?mail)(?: nick)?:? +)?([^\s,;/]+)/gi)) {
        const detail = word[1] as string
        const field = detail.includes('@') ? 'email' : 'nick'
        if (field === 'email' || /\p{L}/u.test(detail)) add(field, detail, start + word.index + word[0].length - detail.length)
      }
    }
  }
  return found
}
