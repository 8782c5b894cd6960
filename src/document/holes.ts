/** The wording of a section, with holes for the facts that the model states: `the topic {{topic}}`. */

export interface Hole {
  /** Index in the text. */
  at: number
  length: number
  name: string
}

/** Replaces facts by named holes; the facts must not overlap. */
export function openHoles(text: string, holes: readonly Hole[]): string {
  const ordered = [...holes].sort((a, b) => b.at - a.at)
  return ordered.reduce((open, { at, length, name }) => `${open.slice(0, at)}{{${name}}}${open.slice(at + length)}`, text)
}

/** Fills the holes of a text; holes without a value stay. The lines of a fact are indented to the column of its hole. */
export function fillHoles(text: string, facts: ReadonlyMap<string, string>): string {
  return text.replace(/^([ \t]*)(?![ \t])(.*)$/gm, (_, lead: string, rest: string) => {
    return lead + rest.replace(/\{\{([\w. ]+)\}\}/g, (hole, name: string) => facts.get(name)?.replace(/\n/g, `\n${lead}`) ?? hole)
  })
}
