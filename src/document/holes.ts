/** A section's own wording, with holes for the facts that the model states: `the topic {{topic}}`. */

export interface Hole {
  /** Index in the text. */
  at: number
  length: number
  name: string
}

/** The text with named holes in the places of facts; they must not overlap. */
export function openHoles(text: string, holes: readonly Hole[]): string {
  const ordered = [...holes].sort((a, b) => b.at - a.at)
  return ordered.reduce((open, { at, length, name }) => `${open.slice(0, at)}{{${name}}}${open.slice(at + length)}`, text)
}

/** The text with its holes filled; holes that nothing fills stay as they are. */
export function fillHoles(text: string, facts: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{\{([\w.]+)\}\}/g, (hole, name: string) => facts[name] ?? hole)
}

/** The names of the holes in a text. */
export function holesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{([\w.]+)\}\}/g)].map((hole) => hole[1] as string))
}
