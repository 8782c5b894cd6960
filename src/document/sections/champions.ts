/** Who drives the goal, in the forms that people have used: a sentence, a list, bare lines; with nick, e-mail or company. */
import type { Champion } from '../../goal/index.ts'
import { fillHoles, type Hole, holesIn, openHoles } from '../holes.ts'
import { renderTemplate } from '../templates.ts'
import { textOf } from '../text.ts'
import { readProse, writeProse } from './prose.ts'
import type { SectionKind, Stated } from './section.ts'

type Champions = Exclude<Stated<'champions'>, string>

const fields = ['name', 'nick', 'email', 'company'] as const

export const champions: SectionKind<'champions'> = {
  read(body) {
    const whole = textOf(body.source, body.range)
    const found = whole.includes('{{') ? [] : findPeople(whole)
    if (found.length === 0) return readProse(body)
    const people = found.map(({ person }) => person)
    const usual = renderTemplate(body.profile, 'champions', { people })
    const text = openHoles(
      whole,
      found.flatMap(({ holes }) => holes),
    )
    const value: Champions = usual === whole ? { people } : { people, text }
    return { value, parts: [{ kind: 'text', key: 'text', value: whole, ...body.range }] }
  },
  write(value, profile) {
    if (typeof value === 'string') return writeProse(value)
    const { people, text } = value
    if (text === undefined) return renderTemplate(profile, 'champions', { people })
    const facts = people.flatMap((person, index) =>
      fields.map((field) => [`people.${index}.${field}`, person[field] ?? ''] as const),
    )
    const named = holesIn(text)
    // Whom the wording has no place for stands below it.
    const others = people.filter((_, index) => !named.has(`people.${index}.name`))
    const more = others.length > 0 ? `\n\n${renderTemplate(profile, 'champions', { people: others })}` : ''
    return fillHoles(text, Object.fromEntries(facts)) + more
  },
}

const nameWord = "\\p{Lu}[\\p{L}'’.-]*"
/** A name, then in either order a nick or e-mail in round brackets and an e-mail in angle brackets, then a company. */
const person = () =>
  new RegExp(
    `(?<=^|\\n)(?<lead>(?:[*+-]|#\\.|\\d+\\.)[ ]+)?(?<name>${nameWord}(?:[ ](?:${nameWord}|de|da|van|von|der|di))*)(?<details>(?:[ ]*(?:\\([^()\\s]+\\)|<[^<>\\s]+@[^<>\\s]+>))*)(?:[ ]+-[ ]+(?<company>\\p{Lu}[^\\n.]*))?(?<rest>[^\\n]*)`,
    'gu',
  )

function findPeople(text: string): { person: Champion; holes: Hole[] }[] {
  const found: { person: Champion; holes: Hole[] }[] = []
  for (const match of text.matchAll(person())) {
    const { lead = '', name = '', details = '', company, rest = '' } = match.groups as Record<string, string | undefined>
    // A name alone is one only where nothing else stands on its line.
    if (details === '' && (rest.trim() !== '' || !name.includes(' ') || !standsAlone(text, match.index, match[0].length)))
      continue
    const start = match.index + lead.length
    const index = found.length
    const holes: Hole[] = [{ at: start, length: name.length, name: `people.${index}.name` }]
    const one: Champion = { name }
    for (const detail of details.matchAll(/[(<]([^()<>\s]+)[)>]/g)) {
      const word = detail[1] as string
      const field = word.includes('@') ? 'email' : 'nick'
      if (one[field] !== undefined) continue
      one[field] = word
      holes.push({ at: start + name.length + detail.index + 1, length: word.length, name: `people.${index}.${field}` })
    }
    if (company !== undefined) {
      one.company = company.trim()
      holes.push({
        at: match.index + match[0].length - rest.length - company.length,
        length: one.company.length,
        name: `people.${index}.company`,
      })
    }
    found.push({ person: one, holes })
  }
  return found
}

/** Whether a line is a paragraph or a list item of its own, and not part of a sentence. */
function standsAlone(text: string, start: number, length: number): boolean {
  const isMarked = /^(?:[*+-]|#\.|\d+\.)[ ]/.test(text.slice(start, start + 4))
  return isMarked || (/(?:^|\n\s*\n)$/.test(text.slice(0, start)) && /^(?:\s*$|\n\s*\n)/.test(text.slice(start + length)))
}
